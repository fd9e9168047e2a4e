import type { ChannelId, GroupId, UserId } from "../../../kernel/ids.ts";
import type { Relationship } from "../../../platform/authz/authorizer.ts";
import type { Channel } from "../domain/channel.ts";
import type { ChannelEvent, OpenedToGroups } from "../domain/events.ts";
import type { MemberRole, Membership } from "../domain/membership.ts";

export interface RightsChange {
  readonly touch: readonly Relationship[];
  readonly remove: readonly Relationship[];
}

const NONE: RightsChange = { touch: [], remove: [] };
const ROLES: readonly MemberRole[] = ["member", "moderator", "admin"];

/** What an event means in the words of schema.zed. */
export function rightsChangedBy(event: ChannelEvent): RightsChange {
  switch (event.type) {
    case "channel_created":
      return { ...NONE, touch: belonging(event.channel) };
    case "channel_archived":
      return { ...NONE, touch: [archived(event.channel)] };
    case "channel_unarchived":
      return { ...NONE, remove: [archived(event.channel)] };
    case "members_joined":
      return { ...NONE, touch: event.memberships.map(place) };
    case "member_left":
    case "member_disabled":
      return { ...NONE, remove: ROLES.map((role) => relationship(event.channel.id, role, event.userId)) };
    case "role_changed":
      return { touch: [place(event.membership)], remove: [place({ ...event.membership, role: event.was })] };
    case "direct_closed":
      return { ...NONE, touch: [closed(event.channel)] };
    case "direct_opened":
      return { ...NONE, remove: [closed(event.channel)] };
    case "opened_to_groups":
      return { touch: openings(event.channel.id, event.channel.openTo), remove: closings(event) };
    case "channel_described":
    case "membership_changed":
      return NONE;
  }
}

function belonging({ id, orgId, kind }: Channel): Relationship[] {
  const org = { resource: `channel:${id}`, relation: "org", subject: `org:${orgId}` };
  return kind === "public" ? [org, { ...org, relation: "public" }] : [org];
}

/** Takes writing from everybody, whoever they are. */
const archived = ({ id }: Pick<Channel, "id">): Relationship => ({
  resource: `channel:${id}`,
  relation: "archived",
  subject: "user:*",
});

const closed = ({ id }: Channel): Relationship => ({ ...archived({ id }), relation: "closed" });

const openings = (id: ChannelId, groupIds: readonly GroupId[]): Relationship[] =>
  groupIds.map((groupId) => ({
    resource: `channel:${id}`,
    relation: "open_to",
    subject: `group:${groupId}#member`,
  }));

const closings = ({ channel, was }: OpenedToGroups): Relationship[] =>
  openings(
    channel.id,
    was.filter((groupId) => !channel.openTo.includes(groupId)),
  );

const place = ({ channelId, role, userId }: Membership) => relationship(channelId, role, userId);

const relationship = (channelId: ChannelId, role: MemberRole, userId: UserId): Relationship => ({
  resource: `channel:${channelId}`,
  relation: role,
  subject: `user:${userId}`,
});
