import { create, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { EntrySchema } from "../../../../gen/chatter/stream/v1/entry_pb.js";
import type { UserId } from "../../../kernel/ids.ts";
import type { Append, StreamId } from "../../../platform/stream/streams.ts";
import type { Cause, Channel } from "../domain/channel.ts";
import type { ChannelEvent } from "../domain/events.ts";
import type { Membership } from "../domain/membership.ts";
import { channelToProto, membershipToProto, roleToProto } from "./to-proto.ts";

type Body = NonNullable<MessageInitShape<typeof EntrySchema>["body"]>;

interface Fact {
  readonly stream: StreamId;
  readonly body: Body;
}

/** An event as facts about a channel in its log, and about a membership in that person's stream. */
export function entriesOf(event: ChannelEvent, { by, at }: Cause): readonly Append[] {
  const head = { at: timestampFromDate(at), actorId: by ?? "" };
  return factsOf(event, by).map(({ stream, body }) => ({
    stream,
    entry: toBinary(EntrySchema, create(EntrySchema, { ...head, body })),
  }));
}

function factsOf(event: ChannelEvent, by: Hand): readonly Fact[] {
  switch (event.type) {
    case "channel_created":
      return [about(event.channel, { case: "channelCreated", value: channelValue(event.channel) })];
    case "channel_described":
    case "channel_archived":
    case "channel_unarchived":
    case "opened_to_groups":
    case "direct_closed":
    case "direct_opened":
      return [about(event.channel, { case: "channelChanged", value: channelValue(event.channel) })];
    case "members_joined":
      return arrivals(event.channel, event.memberships, by);
    case "member_left":
      return departure(event.channel, event.userId, by);
    case "member_disabled":
      return [];
    case "role_changed":
      return [newRole(event.membership), standing(event.membership)];
    case "membership_changed":
      return [standing(event.membership)];
  }
}

const about = ({ id }: Channel, body: Body): Fact => ({ stream: id, body });

const channelValue = (channel: Channel) => ({ channel: channelToProto(channel) });

type Hand = UserId | undefined;

/** Whose hand it was, where it was not the person's own. */
const unlessSelf = (by: Hand, userId: UserId): string => (by === undefined || by === userId ? "" : by);

/** The channel is as it is after the last of them; each tells how many were in it then. */
function arrivals(channel: Channel, memberships: readonly Membership[], by: Hand): readonly Fact[] {
  const before = channel.memberCount - memberships.length;
  return memberships.flatMap((membership, index) =>
    arrival(channel, membership, { by, count: before + index + 1 }),
  );
}

function arrival(
  channel: Channel,
  membership: Membership,
  { by, count }: { readonly by: Hand; readonly count: number },
): readonly Fact[] {
  const { userId, role } = membership;
  const joined = { userId, role: roleToProto(role), addedBy: unlessSelf(by, userId), memberCount: count };
  const added = { channel: channelToProto(channel), membership: membershipToProto(membership) };
  return [
    about(channel, { case: "memberJoined", value: joined }),
    { stream: userId, body: { case: "channelAdded", value: added } },
  ];
}

function departure(channel: Channel, userId: UserId, by: Hand): readonly Fact[] {
  const left = { userId, removedBy: unlessSelf(by, userId), memberCount: channel.memberCount };
  return [
    about(channel, { case: "memberLeft", value: left }),
    { stream: userId, body: { case: "channelRemoved", value: { channelId: channel.id } } },
  ];
}

const newRole = ({ channelId, userId, role }: Membership): Fact => ({
  stream: channelId,
  body: { case: "memberRoleChanged", value: { userId, role: roleToProto(role) } },
});

const standing = (membership: Membership): Fact => ({
  stream: membership.userId,
  body: { case: "membershipChanged", value: { membership: membershipToProto(membership) } },
});
