import { create } from "@bufbuild/protobuf";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  EntriesSchema,
  Reset_Reason,
  ResetSchema,
} from "../../../gen/chatter/notification/v1/realtime_pb.js";
import { EntrySchema } from "../../../gen/chatter/stream/v1/entry_pb.js";
import { newsIn } from "./delivery-rule.ts";
import { type Position, Streams } from "./streams.ts";

const stream = "chn_1";

function follow(from: number) {
  const applied: number[] = [];
  const asked: Position[] = [];
  const restart = vi.fn<(stream: string, head: number) => void>();
  const closed = vi.fn<(stream: string) => void>();
  const clock = { now: 0 };
  const streams = new Streams({
    apply: (_stream, { seq }) => applied.push(seq),
    restart,
    closed,
    ask: (position) => asked.push(position),
    now: () => clock.now,
  });
  streams.follow(stream, from);
  const receive = (first: number, count: number) => {
    const entries = Array.from({ length: count }, () => create(EntrySchema));
    streams.received(create(EntriesSchema, { stream, firstSeq: BigInt(first), entries }));
  };
  return { streams, applied, asked, restart, closed, clock, receive };
}

describe("the rule of delivery", () => {
  it("lets through what follows, and of what overlaps the rest", () => {
    expect(newsIn(4, 5, 2)).toEqual({ kind: "next", skip: 0 });
    expect(newsIn(4, 3, 4)).toEqual({ kind: "next", skip: 2 });
    expect(newsIn(4, 3, 2)).toEqual({ kind: "known" });
    expect(newsIn(4, 6, 2)).toEqual({ kind: "gap" });
  });
});

describe("a stream", () => {
  it("is applied once and in order, whatever comes how often in which order", () => {
    const frames = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 8 })));
    fc.assert(
      fc.property(frames, (received) => {
        const { applied, receive } = follow(0);
        for (const [first, count] of received) receive(first, count);
        expect(applied).toEqual(applied.map((_seq, index) => index + 1));
      }),
    );
  });

  it("asks once for what is missing, and again if nothing comes", () => {
    const { asked, receive, clock } = follow(2);
    receive(5, 1);
    receive(6, 1);
    expect(asked).toEqual([{ stream, seq: 2 }]);
    clock.now += 3_000;
    receive(7, 1);
    expect(asked).toHaveLength(2);
  });

  it("notices by the head alone that something is missing", () => {
    const { streams, asked } = follow(2);
    streams.caughtUp(stream, 2);
    expect(asked).toEqual([]);
    streams.caughtUp(stream, 3);
    expect(asked).toEqual([{ stream, seq: 2 }]);
  });

  it("goes on after the head when too much is missing", () => {
    const { streams, applied, restart, receive } = follow(2);
    streams.reset(create(ResetSchema, { stream, head: 9n, reason: Reset_Reason.TOO_FAR_BEHIND }));
    receive(10, 1);
    expect(restart).toHaveBeenCalledWith(stream, 9);
    expect(applied).toEqual([10]);
  });

  it("is not followed any more once it may not be read", () => {
    const { streams, applied, closed, receive } = follow(2);
    streams.reset(create(ResetSchema, { stream, reason: Reset_Reason.NOT_ALLOWED }));
    receive(3, 1);
    expect(closed).toHaveBeenCalledWith(stream);
    expect(applied).toEqual([]);
    expect(streams.positions()).toEqual([]);
  });

  it("begins where the earlier of two readings ended", () => {
    const { streams } = follow(7);
    streams.begin(stream, 5);
    streams.begin(stream, 6);
    expect(streams.cursor(stream)).toBe(5);
  });
});

describe("a recording", () => {
  it("holds what came since something was asked for", () => {
    const { streams, receive } = follow(2);
    const recording = streams.record(stream);
    receive(3, 3);
    expect(recording.after(3)?.map(({ seq }) => seq)).toEqual([4, 5]);
  });

  it("does not pretend to know what was before it", () => {
    const { streams, receive } = follow(2);
    const recording = streams.record(stream);
    receive(3, 1);
    expect(recording.after(1)).toBeUndefined();
    streams.forget(stream);
    expect(recording.after(3)).toBeUndefined();
  });
});
