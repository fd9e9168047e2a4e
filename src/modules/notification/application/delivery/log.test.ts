import { describe, expect, it } from "vitest";
import type { StreamId } from "../../domain/stream.ts";
import { posted } from "../../testing/entries.ts";
import { channelId } from "../../testing/ids.ts";
import { MemoryLog } from "../../testing/memory-log.ts";
import { silentMeter } from "../../testing/silent-meter.ts";
import { settled, VirtualTimers } from "../../testing/virtual-timers.ts";
import { Log } from "./log.ts";

function setUp(reads = 2) {
  const timers = new VirtualTimers();
  const memory = new MemoryLog();
  const failures: string[] = [];
  const queries: (readonly StreamId[])[] = [];
  const log = new Log({
    source: {
      read: (stream, from, limit) => memory.read(stream, from, limit),
      subscribe: (listener) => memory.subscribe(listener),
      heads(streams) {
        queries.push(streams);
        return memory.heads(streams);
      },
    },
    timers,
    meter: silentMeter,
    trouble: { failed: (doing) => failures.push(doing) },
    limits: { pageEntries: 10, reads },
  });
  return { timers, memory, log, failures, queries };
}

describe("the way to the log", () => {
  it("asks for all heads that are wanted at once in one query", async () => {
    const { timers, memory, log, queries } = setUp();
    memory.append(channelId(1), posted("a"), posted("b"));
    const heads = Promise.all([log.head(channelId(1)), log.head(channelId(2)), log.head(channelId(1))]);
    await timers.pass(0);
    expect(await heads).toEqual([2, 0, 2]);
    expect(queries).toEqual([[channelId(1), channelId(2)]]);
  });

  it("asks again, ever more slowly, until there is an answer", async () => {
    const { timers, log, failures } = setUp();
    const times: number[] = [];
    const answer = log.until("ask", async () => {
      times.push(timers.now());
      if (times.length < 4) throw new Error("away");
      return "here";
    });
    await timers.pass(10_000);
    expect(await answer).toBe("here");
    expect(times).toEqual([0, 100, 300, 700]);
    expect(failures).toEqual(["ask", "ask", "ask"]);
  });

  it("has few questions under way at once, and takes the others in turn", async () => {
    const { log } = setUp(2);
    const asked: number[] = [];
    const answers: (() => void)[] = [];
    const all = [0, 1, 2, 3].map((n) =>
      log.until("ask", () => {
        asked.push(n);
        return new Promise<void>((resolve) => answers.push(resolve));
      }),
    );
    expect(asked).toEqual([0, 1]);
    answers[1]?.();
    await settled();
    expect(asked).toEqual([0, 1, 2]);
    answers[0]?.();
    answers[2]?.();
    await settled();
    answers[3]?.();
    await Promise.all(all);
  });
});
