import { fromBinary } from "@bufbuild/protobuf";
import { MemberRole } from "../../../../gen/chatter/channel/v1/channel_pb.js";
import { type Entry, EntrySchema } from "../../../../gen/chatter/stream/v1/entry_pb.js";
import type { StreamId, Streams } from "../../../platform/stream/streams.ts";

/** All entries of a stream, the one with seq 1 first. */
export async function readStream(streams: Streams, stream: StreamId): Promise<readonly Entry[]> {
  const page = await streams.read(stream, 0n, 100_000);
  if (BigInt(page.entries.length) !== page.head) throw new Error(`${stream} has a gap`);
  return page.entries.map((bytes) => fromBinary(EntrySchema, bytes));
}

/** What each entry tells of, in order. */
export const factsIn = (entries: readonly Entry[]): readonly string[] =>
  entries.map(({ body }) => body.case ?? "nothing");

/** What somebody who only read the log knows: who is in the channel, in which role. Every entry must agree on how many. */
export function replayMembers(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const roles = new Map<string, string>();
  for (const { body } of entries) {
    if (body.case === "memberJoined" || body.case === "memberRoleChanged") {
      const { userId, role } = body.value;
      // Joining is for those who are outside, a new role for those who are inside.
      if (roles.has(userId) === (body.case === "memberJoined")) throw new Error(`${body.case} out of place`);
      roles.set(userId, MemberRole[role].toLowerCase());
    }
    if (body.case === "memberLeft" && !roles.delete(body.value.userId)) throw new Error("left twice");
    const isCount = body.case === "memberJoined" || body.case === "memberLeft";
    if (isCount && body.value.memberCount !== roles.size) throw new Error(`${body.case} counts wrong`);
  }
  return roles;
}
