import { describe, expect, it, vi } from "vitest";
import { systemClock } from "../../../kernel/clock.ts";
import { createIds } from "../../../kernel/ids.ts";
import { createRecognitions } from "./recognitions.ts";

const ids = createIds(systemClock);
const [userId, other, orgId] = [ids.next("usr"), ids.next("usr"), ids.next("org")];
const recognition = { actor: { userId, orgId, scope: "full" }, until: new Date("2030-01-01") } as const;

describe("recognitions", () => {
  it("are looked up once", async () => {
    const recognitions = createRecognitions();
    const recognise = vi.fn(async () => recognition);
    expect(await recognitions.recall("token", recognise)).toBe(recognition);
    expect(await recognitions.recall("token", recognise)).toBe(recognition);
    expect(recognise).toHaveBeenCalledTimes(1);
  });

  it("are looked up again for a credential that opened nothing", async () => {
    const recognitions = createRecognitions();
    await recognitions.recall("token", async () => undefined);
    expect(await recognitions.recall("token", async () => recognition)).toBe(recognition);
  });

  it("are forgotten with all credentials of the person, and of nobody else", async () => {
    const recognitions = createRecognitions();
    const others = { ...recognition, actor: { ...recognition.actor, userId: other } };
    await recognitions.recall("session", async () => recognition);
    await recognitions.recall("key", async () => recognition);
    await recognitions.recall("other", async () => others);
    recognitions.forget(userId);
    const gone = async () => undefined;
    expect(await recognitions.recall("session", gone)).toBeUndefined();
    expect(await recognitions.recall("key", gone)).toBeUndefined();
    expect(await recognitions.recall("other", gone)).toBe(others);
  });

  it("are not remembered when the person is forgotten while they are looked up", async () => {
    const recognitions = createRecognitions();
    const looking = recognitions.recall("token", async () => {
      recognitions.forget(userId);
      return recognition;
    });
    await looking;
    expect(await recognitions.recall("token", async () => undefined)).toBeUndefined();
  });

  it("are kept for a bounded number of credentials", async () => {
    const recognitions = createRecognitions({ entries: 2, ttlMs: 60_000 });
    for (const token of ["a", "b", "c"]) await recognitions.recall(token, async () => recognition);
    expect(await recognitions.recall("a", async () => undefined)).toBeUndefined();
    expect(await recognitions.recall("c", async () => undefined)).toBe(recognition);
  });

  it("are kept for a bounded time, because sessions end on other servers too", async () => {
    const recognitions = createRecognitions({ entries: 2, ttlMs: 1 });
    await recognitions.recall("token", async () => recognition);
    await vi.waitFor(async () => {
      expect(await recognitions.recall("token", async () => undefined)).toBeUndefined();
    });
  });
});
