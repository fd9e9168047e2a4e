import type { ChannelId, GroupId, UserId } from "../../../kernel/ids.ts";
import type { Channel } from "./channel.ts";
import { isLower, type Membership, type RoleChange } from "./membership.ts";

/** What happened. Each carries the state as it is after it. */
export type ChannelEvent =
  /** Nobody is in it yet: that is told by the `members_joined` that follows. */
  | { readonly type: "channel_created"; readonly channel: Channel }
  | ChannelAltered
  | OpenedToGroups
  | DirectAltered
  | {
      readonly type: "members_joined";
      readonly channel: Channel;
      readonly memberships: readonly Membership[];
    }
  | { readonly type: "member_left"; readonly channel: Channel; readonly userId: UserId }
  /** Somebody is gone for good, and stays in the list of a conversation that is fixed. */
  | { readonly type: "member_disabled"; readonly channel: Channel; readonly userId: UserId }
  | RoleChange
  | { readonly type: "membership_changed"; readonly membership: Membership };

export interface ChannelAltered {
  readonly type: "channel_described" | "channel_archived" | "channel_unarchived";
  readonly channel: Channel;
}

/** Other people than before may enter by right of their groups. */
export interface OpenedToGroups {
  readonly type: "opened_to_groups";
  readonly channel: Channel;
  readonly was: readonly GroupId[];
}

/** The two in a direct conversation can no longer write, or can again. */
export interface DirectAltered {
  readonly type: "direct_closed" | "direct_opened";
  readonly channel: Channel;
}

/**
 * The channel in which somebody lost a right by this. Whoever was permitted to write there before must
 * ask again (promise 5 of docs/realtime.md).
 */
export function findChannelThatLostRights(event: ChannelEvent): ChannelId | undefined {
  switch (event.type) {
    case "channel_archived":
    case "direct_closed":
    case "member_left":
    case "member_disabled":
      return event.channel.id;
    case "role_changed":
      return isLower(event.membership.role, event.was) ? event.membership.channelId : undefined;
    case "channel_created":
    case "channel_described":
    case "channel_unarchived":
    case "direct_opened":
    case "opened_to_groups":
    case "members_joined":
    case "membership_changed":
      return undefined;
  }
}
