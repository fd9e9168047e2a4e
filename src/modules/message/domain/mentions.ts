import { isId, type UserId } from "../../../kernel/ids.ts";
import { refuse } from "./errors.ts";

/** Who a message calls. */
export interface Mentions {
  readonly userIds: readonly UserId[];
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

const CODE = /```[\s\S]*?(?:```|$)|`[^`\n]*`/g;
const MENTION = /<@(usr_[0-9A-Za-z]{27})>|<!(channel|here)>/g;

/** Reads the mentions out of a text; what stands in code mentions nobody. Throws TOO_MANY_MENTIONS. */
export function mentionsIn(text: string): Mentions {
  const users = new Set<UserId>();
  let channel = false;
  let here = false;
  for (const [, user, group] of text.replace(CODE, " ").matchAll(MENTION)) {
    if (user !== undefined && isId("usr", user)) users.add(user);
    channel ||= group === "channel";
    here ||= group === "here";
  }
  if (users.size > MOST_MENTIONS) throw refuse("TOO_MANY_MENTIONS", { limit: MOST_MENTIONS });
  return { userIds: [...users], channel, here };
}

export const callsEverybody = (mentions: Mentions): boolean => mentions.channel || mentions.here;

/** Throws GROUP_MENTION_TOO_LARGE where only a moderator may call this many. */
export function assertMayCallEverybody(audience: Audience): void {
  if (audience.memberCount > MOST_CALLED_BY_ANYBODY && !audience.moderates) {
    throw refuse("GROUP_MENTION_TOO_LARGE", { limit: MOST_CALLED_BY_ANYBODY });
  }
}
