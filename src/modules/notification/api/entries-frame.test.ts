import { create, fromBinary, toBinary } from "@bufbuild/protobuf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ServerFrameSchema } from "../../../../gen/chatter/notification/v1/realtime_pb.js";
import { EntrySchema } from "../../../../gen/chatter/stream/v1/entry_pb.js";
import { posted } from "../testing/entries.ts";
import { channelId } from "../testing/ids.ts";
import { entriesFrame } from "./entries-frame.ts";
import { writeVarint } from "./wire.ts";

const stream = channelId(7);

describe("a frame of entries", () => {
  it("is byte for byte what the library makes of the decoded entries", () => {
    const first = fc.oneof(
      fc.integer({ min: 1, max: 300 }),
      fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
    );
    const texts = fc.array(fc.string({ maxLength: 300, unit: "grapheme" }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(first, texts, (seq, said) => {
        const entries = said.map(posted);
        const value = {
          stream,
          firstSeq: BigInt(seq),
          entries: entries.map((bytes) => fromBinary(EntrySchema, bytes)),
        };
        const frame = create(ServerFrameSchema, { frame: { case: "entries", value } });
        const run = { first: seq, entries: entries.map((bytes) => ({ bytes, meaning: undefined })) };
        expect(Buffer.from(entriesFrame(stream, run).payload)).toEqual(
          Buffer.from(toBinary(ServerFrameSchema, frame)),
        );
      }),
    );
  });

  it("is whole at every size at which a length needs another byte", () => {
    for (const size of [1, 60, 126, 127, 128, 16_383, 16_384, 65_535, 65_536, 2_097_152]) {
      const text = "x".repeat(size);
      const { payload } = entriesFrame(stream, {
        first: 1,
        entries: [{ bytes: posted(text), meaning: undefined }],
      });
      const { frame } = fromBinary(ServerFrameSchema, payload);
      expect(frame.case === "entries" && frame.value.entries[0]?.body.value).toMatchObject({
        message: { text },
      });
    }
  });
});

describe("a varint", () => {
  it("holds every position that a number can tell", () => {
    const target = new Uint8Array(8);
    const end = writeVarint(target, 0, Number.MAX_SAFE_INTEGER);
    const value = target
      .slice(0, end)
      .reduce((sum, byte, index) => sum + BigInt(byte & 0x7f) * 128n ** BigInt(index), 0n);
    expect(value).toBe(BigInt(Number.MAX_SAFE_INTEGER));
  });
});
