import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import {
  Reset_Reason,
  type ServerFrame,
  ServerFrameSchema,
} from "../../../gen/chatter/notification/v1/realtime_pb.js";
import type { ClientFrameInit } from "./socket.ts";
import { createStreams } from "./streams.ts";

function open() {
  const sent: ClientFrameInit[] = [];
  const told: string[] = [];
  const streams = createStreams({
    send: (frame) => sent.push(frame) > 0,
    apply: (stream, seq) => told.push(`${stream} ${seq}`),
    reset: (stream, head) => told.push(`${stream} reset ${head}`),
    refused: (stream) => told.push(`${stream} refused`),
  });
  const receive = (frame: MessageInitShape<typeof ServerFrameSchema>["frame"] & object) => {
    const message: ServerFrame = create(ServerFrameSchema, { frame });
    streams.receive(message.frame);
  };
  const entries = (stream: string, first: number, count: number) =>
    receive({ case: "entries", value: { stream, firstSeq: BigInt(first), entries: Array(count).fill({}) } });
  return { streams, sent, told, receive, entries };
}

describe("a stream", () => {
  it("passes each entry once and in order", () => {
    const { streams, told, entries } = open();
    streams.follow("chn_1", 3n);
    entries("chn_1", 2, 3);
    entries("chn_1", 4, 1);
    entries("chn_1", 5, 1);
    expect(told).toEqual(["chn_1 4", "chn_1 5"]);
    expect(streams.cursors()).toEqual([{ stream: "chn_1", seq: 5n }]);
  });

  it("asks once for what a gap left out, and goes on when it comes", async () => {
    const { streams, sent, told, entries } = open();
    streams.follow("chn_1", 3n);
    await Promise.resolve();
    sent.length = 0;
    entries("chn_1", 6, 1);
    entries("chn_1", 7, 1);
    await Promise.resolve();
    expect(sent).toEqual([{ case: "watch", value: { cursors: [{ stream: "chn_1", seq: 3n }] } }]);
    entries("chn_1", 4, 4);
    expect(told).toEqual(["chn_1 4", "chn_1 5", "chn_1 6", "chn_1 7"]);
  });

  it("that is not followed is left alone", () => {
    const { told, entries } = open();
    entries("chn_1", 1, 2);
    expect(told).toEqual([]);
  });

  it("goes back where somebody needs what was before, and never forward past what is missing", async () => {
    const { streams, sent, told, entries } = open();
    streams.follow("chn_1", 3n);
    streams.follow("chn_1", 8n);
    expect(streams.cursor("chn_1")).toBe(3n);
    streams.follow("chn_1", 1n);
    await Promise.resolve();
    expect(sent).toEqual([{ case: "watch", value: { cursors: [{ stream: "chn_1", seq: 1n }] } }]);
    entries("chn_1", 2, 2);
    expect(told).toEqual(["chn_1 2", "chn_1 3"]);
  });

  it("goes on after the head of a reset", () => {
    const { streams, told, receive, entries } = open();
    streams.follow("chn_1", 3n);
    receive({ case: "reset", value: { stream: "chn_1", head: 9_000n, reason: Reset_Reason.TOO_FAR_BEHIND } });
    entries("chn_1", 9_001, 1);
    expect(told).toEqual(["chn_1 reset 9000", "chn_1 9001"]);
  });

  it("is forgotten once it may not be read", () => {
    const { streams, told, receive } = open();
    streams.follow("chn_1", 3n);
    receive({ case: "reset", value: { stream: "chn_1", reason: Reset_Reason.NOT_ALLOWED } });
    expect(told).toEqual(["chn_1 refused"]);
    expect(streams.cursors()).toEqual([]);
  });

  it("that is only previewed is asked for at each connection, and given back", async () => {
    const { streams, sent, receive } = open();
    streams.preview("chn_1", 3n);
    await Promise.resolve();
    sent.length = 0;
    receive({ case: "welcome", value: {} });
    await Promise.resolve();
    streams.forget("chn_1");
    expect(sent).toEqual([
      { case: "watch", value: { cursors: [{ stream: "chn_1", seq: 3n }] } },
      { case: "unwatch", value: { streams: ["chn_1"] } },
    ]);
  });
});
