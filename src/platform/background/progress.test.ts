import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "../../kernel/clock.ts";
import { createIds, type EventId } from "../../kernel/ids.ts";
import { createProgress, type Watch } from "./progress.ts";

const HOUR_MS = 3_600_000;
const ids = createIds(systemClock);
const [mine, foreign]: [EventId, EventId] = [ids.next("evt"), ids.next("evt")];

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Whether the wait has ended by now. */
async function ends(waiting: Promise<void>): Promise<boolean> {
  const pending = Symbol("pending");
  const now = vi.advanceTimersByTimeAsync(0).then(() => pending);
  return (await Promise.race([waiting, now])) !== pending;
}

const waitFor = (watch: Watch<EventId>): Promise<void> => watch.next([mine], HOUR_MS);

describe("a watch", () => {
  it("resolves with a report of what it waits for, and with no other", async () => {
    const progress = createProgress<EventId>();
    const waiting = waitFor(progress.watch());
    progress.report([foreign]);
    expect(await ends(waiting)).toBe(false);
    progress.report([foreign, mine]);
    expect(await ends(waiting)).toBe(true);
  });

  it("does not miss what was reported before it was asked", async () => {
    const progress = createProgress<EventId>();
    const watch = progress.watch();
    progress.report([mine]);
    expect(await ends(waitFor(watch))).toBe(true);
    expect(await ends(waitFor(watch))).toBe(false);
  });

  it("resolves when the time is up", async () => {
    const waiting = waitFor(createProgress<EventId>().watch());
    await vi.advanceTimersByTimeAsync(HOUR_MS - 1);
    expect(await ends(waiting)).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await ends(waiting)).toBe(true);
  });
});
