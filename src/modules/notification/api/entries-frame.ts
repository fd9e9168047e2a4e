import { EntriesSchema, ServerFrameSchema } from "../../../../gen/chatter/notification/v1/realtime_pb.js";
import { createFrame } from "../../../platform/realtime/frame.ts";
import type { Frame } from "../application/ports.ts";
import type { Run, StreamId } from "../domain/stream.ts";
import { fieldLength, tagOf, varintLength, writeFieldStart, writeVarint } from "./wire.ts";

const FRAME_ENTRIES = ServerFrameSchema.field.entries.number;
const STREAM = EntriesSchema.field.stream.number;
const FIRST_SEQ = EntriesSchema.field.firstSeq.number;
const ENTRIES = EntriesSchema.field.entries.number;
const VARINT = 0;

/** ServerFrame{entries} around entries that are encoded already: their bytes are copied, never decoded. */
export function entriesFrame(stream: StreamId, { first, entries }: Run): Frame {
  // Ids are ASCII.
  let body = fieldLength(stream.length) + 1 + varintLength(first);
  for (const { bytes } of entries) body += fieldLength(bytes.length);
  return createFrame(fieldLength(body), (target) => {
    let at = writeFieldStart(target, 0, FRAME_ENTRIES, body);
    at = writeFieldStart(target, at, STREAM, stream.length);
    at += target.write(stream, at, "latin1");
    target[at] = tagOf(FIRST_SEQ, VARINT);
    at = writeVarint(target, at + 1, first);
    for (const { bytes } of entries) {
      at = writeFieldStart(target, at, ENTRIES, bytes.length);
      target.set(bytes, at);
      at += bytes.length;
    }
  });
}
