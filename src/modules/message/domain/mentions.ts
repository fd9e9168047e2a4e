import { type GroupId, isId, type UserId } from "../../../kernel/ids.ts";
import { refuse } from "./errors.ts";

/** Who a message calls. */
export interface Mentions {
  readonly userIds: readonly UserId[];
  /** Everybody in the channel who is in one of these groups; each reader knows in which they are. */
  readonly groupIds: readonly GroupId[];
  /** Everybody in the channel. */
  readonly channel: boolean;
  /** Everybody in the channel who is online. */
  readonly here: boolean;
}

/** Somebody who would call everybody: how large the channel is, and whether they moderate it. */
export interface Audience {
  readonly memberCount: number;
  readonly moderates: boolean;
}

const MOST_MENTIONS = 50;
/** In larger channels only moderators may call everybody. */
const MOST_CALLED_BY_ANYBODY = 500;

/** What stands in code is shown as it is and means nothing. */
export const CODE = /```[\s\S]*?(?:```|$)|`[^`\n]*`/g;
const MENTION = /<@((?:usr|grp)_[0-9A-Za-z]{27})>|<!(channel|here)>/g;

/** Reads the mentions out of a text; what stands in code mentions nobody. Throws TOO_MANY_MENTIONS. */
export function mentionsIn(text: string): Mentions {
  const named = new Set<UserId | GroupId>();
  let channel = false;
  let here = false;
  for (const [, one, all] of text.replace(CODE, " ").matchAll(MENTION)) {
    if (one !== undefined && (isId("usr", one) || isId("grp", one))) named.add(one);
    channel ||= all === "channel";
    here ||= all === "here";
  }
  if (named.size > MOST_MENTIONS) throw refuse("TOO_MANY_MENTIONS", { limit: MOST_MENTIONS });
  return { ...sortNamed([...named]), channel, here };
}

/** Tells the people from the groups among those that are named. */
export function sortNamed(named: readonly (UserId | GroupId)[]): Pick<Mentions, "userIds" | "groupIds"> {
  return {
    userIds: named.filter((id) => isId("usr", id)),
    groupIds: named.filter((id) => isId("grp", id)),
  };
}

/** The people and groups that are named. */
export const namedIn = ({ userIds, groupIds }: Mentions): readonly (UserId | GroupId)[] => [
  ...userIds,
  ...groupIds,
];

export const callsEverybody = (mentions: Mentions): boolean => mentions.channel || mentions.here;

/** Throws GROUP_MENTION_TOO_LARGE where only a moderator may call this many. */
export function assertMayCallEverybody(audience: Audience): void {
  if (audience.memberCount > MOST_CALLED_BY_ANYBODY && !audience.moderates) {
    throw refuse("GROUP_MENTION_TOO_LARGE", { limit: MOST_CALLED_BY_ANYBODY });
  }
}
