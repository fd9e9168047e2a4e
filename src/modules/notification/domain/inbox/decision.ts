import type { PresenceState } from "../presence.ts";
import type { Level } from "./level.ts";
import type { Cause, Reason } from "./reason.ts";
import { isWithin, type Schedule } from "./schedule.ts";

/** All that is known of one person when it is decided how they are told. */
export interface Situation {
  /** Of the channel; the person's where the channel has none. */
  readonly level: Level;
  /** The channel is muted until then. */
  readonly mutedUntil: Date | undefined;
  /** Undefined: at any time. */
  readonly schedule: Schedule | undefined;
  readonly presence: PresenceState;
}

/** What keeps somebody from being told at once. */
export type Hold = "level" | "muted" | "schedule" | "do_not_disturb";

/** How somebody is told. */
export interface Decision {
  /** In their inbox. */
  readonly listed: boolean;
  /** At once in clients that are open. */
  readonly desktop: boolean;
  /** On devices that are asleep: at once, or after a while if it is not read until then. */
  readonly push: "no" | "at_once" | "if_unread";
  /** In the next digest, if it is not read until then. */
  readonly mail: boolean;
  /** Why nothing is shown at once; undefined where it is, or where the cause alone is silent. */
  readonly held: Hold | undefined;
}

interface Ways {
  readonly listed: boolean;
  /** Worth an interruption. */
  readonly tells: boolean;
  readonly mail: boolean;
  /** Depends on what the person chose of the channel. */
  readonly ofChannel: boolean;
}

/** What each cause is worth where nothing is in its way. */
const WAYS: Readonly<Record<Cause, Ways>> = {
  mention: { listed: true, tells: true, mail: true, ofChannel: true },
  keyword: { listed: true, tells: true, mail: true, ofChannel: true },
  reply: { listed: true, tells: true, mail: true, ofChannel: true },
  reaction: { listed: true, tells: false, mail: false, ofChannel: true },
  direct: { listed: false, tells: true, mail: true, ofChannel: true },
  message: { listed: false, tells: true, mail: false, ofChannel: true },
  invitation: { listed: true, tells: true, mail: true, ofChannel: false },
  reminder: { listed: true, tells: true, mail: true, ofChannel: false },
  announcement: { listed: true, tells: true, mail: true, ofChannel: false },
};

/**
 * How somebody is told of something; undefined: not at all. Silence is about interruptions: what is said to a
 * person is in their inbox whatever they chose, what is said to everybody only where they listen.
 */
export function decide(reason: Reason, situation: Situation, at: Date): Decision | undefined {
  if (isOutOfReach(reason, situation)) return undefined;
  const ways = WAYS[reason.cause];
  const held = holdOf(reason, situation, at);
  const closed = held === "level" || held === "muted";
  const decision: Decision = {
    listed: ways.listed && (isToThem(reason) || !closed),
    ...interruption(ways.tells && held === undefined, situation),
    mail: ways.mail && !closed,
    held: ways.tells ? held : undefined,
  };
  return leadsSomewhere(decision) ? decision : undefined;
}

const leadsSomewhere = ({ listed, desktop, mail }: Decision): boolean => listed || desktop || mail;

const isOutOfReach = (reason: Reason, { level, presence }: Situation): boolean =>
  (isCallOf(reason, "here") && presence === "offline") ||
  (reason.cause === "message" && level !== "everything");

/** Whoever is active somewhere sees it there: devices that sleep may go on sleeping for a while. */
function interruption(wanted: boolean, { presence }: Situation): Pick<Decision, "desktop" | "push"> {
  if (!wanted) return { desktop: false, push: "no" };
  return { desktop: true, push: presence === "active" ? "if_unread" : "at_once" };
}

function holdOf(reason: Reason, { level, mutedUntil, schedule, presence }: Situation, at: Date) {
  if (WAYS[reason.cause].ofChannel) {
    if (level === "nothing") return "level";
    if (mutedUntil !== undefined && at < mutedUntil) return "muted";
  }
  if (presence === "do_not_disturb") return "do_not_disturb";
  // Who wants to be reminded at an hour has chosen the hour.
  if (reason.cause !== "reminder" && schedule !== undefined && !isWithin(schedule, at)) return "schedule";
  return undefined;
}

const isCallOf = (reason: Reason, everybody: "here" | "channel"): boolean =>
  reason.cause === "mention" && reason.by === everybody;

/** Not to many, them among others. */
const isToThem = (reason: Reason): boolean => reason.cause !== "mention" || reason.by === "name";
