import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createPump } from "../background/pump.ts";
import { createGroupCommit } from "../postgres/group-commit.ts";
import { createLog } from "./log.ts";
import { inScope } from "./scope.ts";

function listen() {
  const lines: string[] = [];
  const log = createLog({ destination: { write: (line) => lines.push(line) } });
  return { log, entries: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe("what is logged in a scope", () => {
  it("carries its request id, however deep and late it is logged", async () => {
    const { log, entries } = listen();
    const work = (requestId: string) =>
      inScope({ requestId }, async () => {
        await setImmediate();
        inScope({ event: `evt_${requestId}` }, () => log.warn("deep"));
        log.info("after");
      });
    await Promise.all([work("one"), work("two")]);
    log.info("outside");
    expect(entries().map(({ requestId, event, msg }) => [requestId, event, msg])).toEqual([
      ["one", "evt_one", "deep"],
      ["one", undefined, "after"],
      ["two", "evt_two", "deep"],
      ["two", undefined, "after"],
      [undefined, undefined, "outside"],
    ]);
  });

  it("does not name one request for what is done for many", async () => {
    const { log, entries } = listen();
    const posts = createGroupCommit<string, string>({
      flush: async (items) => {
        log.info("flushed");
        return items;
      },
      mayBeOneItem: () => false,
      keyOf: (item) => item,
      sizeOf: () => 1,
      mostItems: 10,
      mostSize: 10,
      mostWaiting: 10,
      full: () => new Error("full"),
    });
    const pump = createPump(async () => log.info("pumped"));
    await inScope({ requestId: "one" }, async () => {
      pump.wake();
      await posts.add("a");
      log.info("answered");
    });
    await pump.stop();
    expect(entries().map(({ requestId, msg }) => [requestId, msg])).toEqual([
      [undefined, "pumped"],
      [undefined, "flushed"],
      ["one", "answered"],
    ]);
  });
});
