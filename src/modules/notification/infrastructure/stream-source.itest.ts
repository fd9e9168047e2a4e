import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { meaningOf } from "../api/entry-meaning.ts";
import { posted } from "../testing/entries.ts";
import { describeStreamSource } from "../testing/stream-source.contract.ts";
import { createRealtimeWorld, type RealtimeWorld } from "../testing/world.ts";
import { createStreamSource } from "./stream-source.ts";

let world: RealtimeWorld;
beforeAll(async () => {
  world = await createRealtimeWorld();
});
afterAll(() => world.close());

const failures: string[] = [];
const open = () => {
  const trouble = { failed: (doing: string) => failures.push(doing) };
  return createStreamSource({ streams: world.streams, meaningOf, trouble });
};

describeStreamSource("in PostgreSQL", () => ({
  source: open(),
  fresh: () => world.channel(),
  append: async (stream, ...entries) => {
    await world.channels.append(stream, ...entries);
  },
}));

describe("a listener that fails", () => {
  it("does not disturb who appends", async () => {
    const stop = open().subscribe(() => {
      throw new Error("deaf");
    });
    await expect(world.channels.append(world.channel(), posted("a"))).resolves.toEqual([1n]);
    expect(failures).toEqual(["take an announcement"]);
    stop();
  });
});
