import { Registry } from "prom-client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "../../../kernel/clock.ts";
import { createIds } from "../../../kernel/ids.ts";
import type { NewApiCall } from "../domain/api-call.ts";
import { ApiCallLog } from "./api-call-log.ts";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const ids = createIds(systemClock);
const call = (requestId: string): NewApiCall => ({
  ...{ apiKeyId: ids.next("key"), userId: ids.next("usr"), method: "chatter.x.v1.X/Y", code: "ok" },
  ...{ durationMs: 1, requestId, address: "192.0.2.1", at: new Date() },
});

function open(options: { readonly most?: number } = {}) {
  const [written, warned, metrics] = [[] as string[][], [] as unknown[], new Registry()];
  const state = { broken: false };
  const log = new ApiCallLog({
    ...options,
    metrics,
    log: { warn: (...line: unknown[]) => warned.push(line) },
    async write(calls) {
      if (state.broken) throw new Error("the database is away");
      written.push(calls.map(({ requestId }) => requestId));
    },
  });
  const dropped = async () => (await metrics.getSingleMetric("chatter_api_log_dropped_total")?.get())?.values;
  return { log, written, warned, state, dropped };
}

describe("the log of calls", () => {
  it("is written a second later, all in one statement", async () => {
    const { log, written } = open();
    log.note(call("one"));
    log.note(call("two"));
    expect(written).toEqual([]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(written).toEqual([["one", "two"]]);
    log.note(call("three"));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(written).toEqual([["one", "two"], ["three"]]);
  });

  it("is written sooner where many wait, and by a thousand", async () => {
    const { log, written } = open();
    for (let count = 0; count < 2_500; count += 1) log.note(call(String(count)));
    await vi.advanceTimersByTimeAsync(0);
    expect(written.map((batch) => batch.length)).toEqual([1_000, 1_000, 500]);
  });

  it("waits while the database is away, says so once, and loses nothing of it", async () => {
    const { log, written, warned, state } = open();
    state.broken = true;
    log.note(call("one"));
    await vi.advanceTimersByTimeAsync(12_000);
    log.note(call("two"));
    expect(warned).toHaveLength(1);
    state.broken = false;
    await vi.advanceTimersByTimeAsync(6_000);
    expect(written).toEqual([["one", "two"]]);
  });

  it("drops what is beyond its bound, and counts it", async () => {
    const { log, written, dropped } = open({ most: 2 });
    for (const id of ["one", "two", "three", "four"]) log.note(call(id));
    await log.close();
    expect(written).toEqual([["one", "two"]]);
    expect(await dropped()).toMatchObject([{ value: 2 }]);
  });

  it("is written to its end when the program stops", async () => {
    const { log, written } = open();
    log.note(call("one"));
    await log.close();
    expect(written).toEqual([["one"]]);
  });

  it("counts what could not be written when the program stops", async () => {
    const { log, state, dropped } = open();
    state.broken = true;
    log.note(call("one"));
    await log.close();
    expect(await dropped()).toMatchObject([{ value: 1 }]);
  });
});
