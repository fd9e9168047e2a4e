import { fromBinary } from "@bufbuild/protobuf";
import { BinaryReader } from "@bufbuild/protobuf/wire";
import { type Entry, EntrySchema } from "../../../../gen/chatter/stream/v1/entry_pb.js";
import { isId } from "../../../kernel/ids.ts";
import type { Meaning } from "../domain/meaning.ts";

const { field } = EntrySchema;
// What has a meaning for delivery; every other entry passes without being decoded.
const MEANINGFUL: ReadonlySet<number> = new Set(
  [
    field.messageDeleted,
    field.forwardWithdrawn,
    field.channelChanged,
    field.memberJoined,
    field.memberLeft,
    field.channelAdded,
  ].map(({ number }) => number),
);
const BODY: ReadonlySet<number> = new Set(
  EntrySchema.oneofs.flatMap(({ fields }) => fields.map((f) => f.number)),
);

/** What an encoded chatter.stream.v1.Entry means for who reads what. */
export function meaningOf(entry: Uint8Array): Meaning | undefined {
  const body = bodyField(entry);
  if (body === undefined || !MEANINGFUL.has(body)) return undefined;
  return toMeaning(fromBinary(EntrySchema, entry).body);
}

/** The number of the field that is the body, from the tags at the top alone. */
function bodyField(entry: Uint8Array): number | undefined {
  const reader = new BinaryReader(entry);
  while (reader.pos < reader.len) {
    const [number, wireType] = reader.tag();
    if (BODY.has(number)) return number;
    reader.skip(wireType, number);
  }
  return undefined;
}

function toMeaning(body: Entry["body"]): Meaning | undefined {
  switch (body.case) {
    case "messageDeleted":
    case "forwardWithdrawn":
      return { kind: "erased" };
    case "channelChanged":
      return { kind: "channel_changed" };
    case "memberJoined":
    case "memberLeft": {
      const { userId } = body.value;
      const kind = body.case === "memberJoined" ? "member_joined" : "member_left";
      return isId("usr", userId) ? { kind, userId } : undefined;
    }
    case "channelAdded": {
      const channelId = body.value.channel?.id ?? "";
      return isId("chn", channelId) ? { kind: "channel_added", channelId } : undefined;
    }
    default:
      return undefined;
  }
}
