import { fromBinary } from "@bufbuild/protobuf";
import { type Timestamp, timestampDate } from "@bufbuild/protobuf/wkt";
import { EntrySchema } from "../../../../../gen/chatter/stream/v1/entry_pb.js";
import { parseId } from "../../../../kernel/ids.ts";
import type { Streams } from "../../../../platform/stream/streams.ts";
import type { Logs } from "../../application/inbox/read-logs.ts";
import type { Happening, Located } from "../../domain/inbox/happening.ts";

/** The logs of channels, as far as they may concern somebody. */
export function createLogs(streams: Pick<Streams, "read">): Logs {
  return {
    async read(channel, after, limit) {
      const { entries, head } = await streams.read(channel, after, limit);
      const happenings = entries.flatMap((entry, index): Located[] => {
        const found = happeningIn(entry);
        return found === undefined ? [] : [{ ...found, seq: after + BigInt(index) + 1n }];
      });
      return { happenings, seq: after + BigInt(entries.length), head };
    },
  };
}

function happeningIn(bytes: Uint8Array): (Happening & { readonly at: Date }) | undefined {
  const entry = fromBinary(EntrySchema, bytes);
  const happening = toHappening(entry.body);
  return happening && { ...happening, at: moment(entry.at) };
}

type Body = ReturnType<typeof fromBinary<typeof EntrySchema>>["body"];

function toHappening({ case: kind, value }: Body): Happening | undefined {
  switch (kind) {
    case "messagePosted":
      return value.message && { kind: "posted", messageId: parseId("msg", value.message.id) };
    case "messageEdited":
      return { kind: "edited", messageId: parseId("msg", value.messageId) };
    case "messageDeleted":
      return { kind: "deleted", messageId: parseId("msg", value.messageId) };
    case "reactionAdded":
    case "reactionRemoved": {
      const { messageId, userId, emoji } = value;
      const reaction = { messageId: parseId("msg", messageId), by: parseId("usr", userId), emoji };
      return { kind: kind === "reactionAdded" ? "reacted" : "unreacted", ...reaction };
    }
    case "memberJoined": {
      const { userId, addedBy } = value;
      if (addedBy === "" || addedBy === userId) return undefined;
      return { kind: "invited", userId: parseId("usr", userId), by: parseId("usr", addedBy) };
    }
    case "memberLeft":
      return { kind: "left", userId: parseId("usr", value.userId) };
    default:
      return undefined;
  }
}

function moment(at: Timestamp | undefined): Date {
  if (at === undefined) throw new Error("an entry has no time");
  return timestampDate(at);
}
