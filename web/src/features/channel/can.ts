import type { Channel, Membership } from "../../store/channels/channel.ts";
import { isDirect } from "../../store/channels/channel.ts";
import type { Account } from "../../store/session/account.ts";

/** What the reader may do with a channel; the server has the last word. */
export interface ChannelRights {
  /** Write, react, pin, set the topic. */
  readonly canPost: boolean;
  /** Delete what others wrote. */
  readonly canModerate: boolean;
  readonly canAddPeople: boolean;
  /** Rename, describe, archive, give roles, remove people. */
  readonly canManage: boolean;
  /** Decide whether newcomers come here. */
  readonly canMakeDefault: boolean;
  readonly canJoin: boolean;
}

type Role = Account["role"];

export function rightsIn(channel: Channel, membership: Membership | undefined, role: Role): ChannelRights {
  const isIn = membership !== undefined;
  const isOpen = takesMore(channel);
  const canManage = isManaged(channel, membership) || runs(channel, role);
  return {
    canPost: isIn && isOpen,
    canModerate: canManage || membership?.role === "moderator",
    canAddPeople: isIn && isOpen && !isDirect(channel),
    canManage,
    canMakeDefault: isJoinable(channel) && runs(channel, role),
    // Who sees a private channel from outside may come in by right of a group.
    canJoin: !isIn && isOpen && !isDirect(channel),
  };
}

const isManaged = (channel: Channel, by: Membership | undefined): boolean =>
  !isDirect(channel) && by?.role === "admin";

const isJoinable = (channel: Channel): boolean => channel.kind === "public" && !channel.isArchived;

/** Who runs the organisation manages its public channels, in them or not. */
const runs = (channel: Channel, role: Role): boolean =>
  channel.kind === "public" && (role === "owner" || role === "admin");

const takesMore = ({ isArchived, isClosed = false }: Channel): boolean => !isArchived && !isClosed;
