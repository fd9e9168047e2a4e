import { describe, expect, it } from "vitest";
import { systemClock } from "../../kernel/clock.ts";
import { createIds } from "../../kernel/ids.ts";
import type { Head } from "../stream/streams.ts";
import { Epochs } from "./epochs.ts";
import { createTimeline } from "./timeline.ts";

const channel = createIds(systemClock).next("chn");

/** Epochs over heads that can change. */
function openEpochs() {
  const heads = new Map<string, Head>();
  const timeline = createTimeline(() => 0);
  const epochs = new Epochs({ heads: async () => new Map(heads) }, timeline, 100);
  const raiseTo = (epoch: bigint) => heads.set(channel, { head: 7n, epoch });
  return { epochs, timeline, raiseTo };
}

describe("an epoch", () => {
  it("is 0 where the stream has no entry", async () => {
    const { epochs } = openEpochs();
    expect(await epochs.load(channel)).toMatchObject({ epoch: 0n });
  });

  it("is known once it was read, until it is doubted", async () => {
    const { epochs, raiseTo } = openEpochs();
    raiseTo(3n);
    expect(epochs.find(channel)).toBeUndefined();
    await epochs.load(channel);
    expect(epochs.find(channel)).toMatchObject({ epoch: 3n });
    epochs.doubt(channel);
    expect(epochs.find(channel)).toBeUndefined();
  });

  it("is known since the first of the reads that found the same, because it is never lowered", async () => {
    const { epochs, timeline } = openEpochs();
    const before = timeline();
    const { since } = await epochs.load(channel);
    expect(since).toBeGreaterThan(before);
    epochs.doubt(channel);
    expect(await epochs.load(channel)).toEqual({ epoch: 0n, since });
  });

  it("is known since the read when it was raised", async () => {
    const { epochs, timeline, raiseTo } = openEpochs();
    await epochs.load(channel);
    raiseTo(1n);
    const before = timeline();
    const { epoch, since } = await epochs.load(channel);
    expect(epoch).toBe(1n);
    expect(since).toBeGreaterThan(before);
  });
});
