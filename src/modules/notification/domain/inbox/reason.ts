import type { GroupId, UserId } from "../../../../kernel/ids.ts";
import type { Chooser, Level } from "./level.ts";

/** What somebody is told of, and what answers why. */
export type Reason =
  | { readonly cause: "mention"; readonly by: Calling }
  | { readonly cause: "keyword"; readonly keyword: string }
  | { readonly cause: "reply"; readonly following: FollowReason }
  /** The latest reaction to what they wrote. */
  | { readonly cause: "reaction"; readonly emoji: string }
  | { readonly cause: "direct" }
  /** They want everything of the channel; whose choice that was. */
  | { readonly cause: "message"; readonly chosenBy: Chooser }
  | { readonly cause: "invitation" }
  | { readonly cause: "reminder" }
  | { readonly cause: "announcement" };

export type Cause = Reason["cause"];

/** By which of their names somebody was called. */
export type Calling = "name" | "channel" | "here" | GroupId;

/** Why somebody follows a thread: it is theirs, they wrote in it, or they chose to. */
export type FollowReason = "started" | "wrote" | "chose";

/** What was said, as far as it decides who is told. */
export interface Said {
  readonly mentions: {
    readonly userIds: readonly UserId[];
    readonly channel: boolean;
    readonly here: boolean;
  };
  /** In a direct conversation. */
  readonly direct: boolean;
  /** A reply that is only in its thread. */
  readonly onlyInThread: boolean;
}

/** What one person has to do with it. */
export interface Listener {
  readonly userId: UserId;
  readonly level: Level;
  readonly chosenBy: Chooser;
  /** A group that was called and that they are in. */
  readonly group: GroupId | undefined;
  /** A word of theirs that was said. */
  readonly keyword: string | undefined;
  /** Why they follow its thread, if they do. */
  readonly following: FollowReason | undefined;
}

/** Of all reasons to tell somebody of a message, the one they care about most; undefined: there is none. */
export function reasonToTell(said: Said, listener: Listener): Reason | undefined {
  const by = callingOf(said, listener);
  if (by !== undefined) return { cause: "mention", by };
  if (listener.keyword !== undefined) return { cause: "keyword", keyword: listener.keyword };
  if (listener.following !== undefined) return { cause: "reply", following: listener.following };
  if (said.direct) return { cause: "direct" };
  // Who wants everything of a channel wants what is said in it; threads they choose by following them.
  if (listener.level !== "everything" || said.onlyInThread) return undefined;
  return { cause: "message", chosenBy: listener.chosenBy };
}

function callingOf({ mentions }: Said, { userId, group }: Listener): Calling | undefined {
  if (mentions.userIds.includes(userId)) return "name";
  if (group !== undefined) return group;
  if (mentions.channel) return "channel";
  return mentions.here ? "here" : undefined;
}

/** Whether a reason is in what is said, and so comes and goes when that is edited. */
export const isInTheText = ({ cause }: Reason): boolean => cause === "mention" || cause === "keyword";

/** What a reason holds besides its cause. */
export function detailOf(reason: Reason): string {
  switch (reason.cause) {
    case "mention":
      return reason.by;
    case "keyword":
      return reason.keyword;
    case "reply":
      return reason.following;
    case "reaction":
      return reason.emoji;
    case "message":
      return reason.chosenBy;
    case "direct":
    case "invitation":
    case "reminder":
    case "announcement":
      return "";
  }
}
