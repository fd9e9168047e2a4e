import { create, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { EntrySchema } from "../../../../gen/chatter/stream/v1/entry_pb.js";
import type { ChannelId, UserId } from "../../../kernel/ids.ts";
import { meaningOf } from "../api/entry-meaning.ts";
import type { Entry } from "../domain/stream.ts";

type Body = NonNullable<MessageInitShape<typeof EntrySchema>["body"]>;

/** An entry as it stands in a stream. */
export function entryOf(body: Body): Uint8Array {
  return toBinary(EntrySchema, create(EntrySchema, { actorId: "usr_000000000000000000000000000", body }));
}

export const posted = (text: string): Uint8Array =>
  entryOf({ case: "messagePosted", value: { message: { text } } });
export const deleted = (): Uint8Array => entryOf({ case: "messageDeleted", value: {} });
export const joined = (userId: UserId): Uint8Array => entryOf({ case: "memberJoined", value: { userId } });
export const left = (userId: UserId): Uint8Array => entryOf({ case: "memberLeft", value: { userId } });
export const changed = (): Uint8Array => entryOf({ case: "channelChanged", value: {} });
export const added = (id: ChannelId): Uint8Array =>
  entryOf({ case: "channelAdded", value: { channel: { id } } });
export const removed = (channelId: ChannelId): Uint8Array =>
  entryOf({ case: "channelRemoved", value: { channelId } });

/** The same as the delivery sees it. */
export const seen = (bytes: Uint8Array): Entry => ({ bytes, meaning: meaningOf(bytes) });
