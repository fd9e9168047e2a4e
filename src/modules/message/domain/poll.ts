import type { UserId } from "../../../kernel/ids.ts";
import { refuse } from "./errors.ts";
import type { MessageChange } from "./events.ts";
import { assertNotDeleted, type Message } from "./message.ts";

/** What people vote about in a message, whose text is the question. */
export interface Poll {
  /** In the order in which they were added. */
  readonly options: readonly PollOption[];
  /** More than one may be chosen. */
  readonly multiple: boolean;
  /** Nobody learns who voted for what. */
  readonly anonymous: boolean;
  /** Everybody who may vote may add options. */
  readonly open: boolean;
  readonly closesAt: Date | undefined;
  readonly closedAt: Date | undefined;
  /** How many people voted. */
  readonly voters: number;
}

export interface PollOption {
  readonly id: number;
  readonly text: string;
  readonly addedBy: UserId;
  readonly votes: number;
}

export interface PollWish extends Pick<Poll, "multiple" | "anonymous" | "open" | "closesAt"> {
  readonly options: readonly string[];
}

const FEWEST_OPTIONS = 2;
const MOST_OPTIONS = 20;
const MOST_OPTIONS_WITH_ADDED = 50;

/** A poll without votes. Throws POLL_NEEDS_OPTIONS, POLL_CLOSES_PAST. */
export function newPoll({ options, ...wish }: PollWish, by: UserId, now: Date): Poll {
  const texts = [...new Set(options.map(optionText))].slice(0, MOST_OPTIONS);
  if (texts.length < FEWEST_OPTIONS || texts.includes("")) throw refuse("POLL_NEEDS_OPTIONS");
  if (wish.closesAt !== undefined && wish.closesAt <= now) throw refuse("POLL_CLOSES_PAST");
  return {
    ...wish,
    options: texts.map((text, place) => ({ id: place + 1, text, addedBy: by, votes: 0 })),
    closedAt: undefined,
    voters: 0,
  };
}

const optionText = (text: string): string => text.replace(/[\p{Cc}\s]+/gu, " ").trim();

/** Throws POLL_NOT_FOUND where the message has none. */
export function pollOf(message: Message): Poll {
  assertNotDeleted(message);
  if (message.poll === undefined) throw refuse("POLL_NOT_FOUND");
  return message.poll;
}

/** Throws POLL_CLOSED too. */
function openPollOf(message: Message, at: Date): Poll {
  const poll = pollOf(message);
  if (isClosed(poll, at)) throw refuse("POLL_CLOSED");
  return poll;
}

const isClosed = ({ closedAt, closesAt }: Poll, at: Date): boolean =>
  closedAt !== undefined || (closesAt !== undefined && closesAt <= at);

/** The options that somebody may vote for. Throws POLL_CLOSED, OPTION_NOT_FOUND, ONE_OPTION_ONLY. */
export function choose(message: Message, optionIds: readonly number[], at: Date): ReadonlySet<number> {
  const poll = openPollOf(message, at);
  const chosen = new Set(optionIds);
  if (!chosen.isSubsetOf(new Set(poll.options.map(({ id }) => id)))) throw refuse("OPTION_NOT_FOUND");
  if (chosen.size > 1 && !poll.multiple) throw refuse("ONE_OPTION_ONLY");
  return chosen;
}

/** One person's vote before and after. */
export interface Revote {
  readonly before: ReadonlySet<number>;
  readonly after: ReadonlySet<number>;
}

/** Counts a vote. By the author of the message, whoever voted: the log does not tell. */
export function tally(message: Message, { before, after }: Revote, at: Date): MessageChange[] {
  if (message.poll === undefined || before.symmetricDifference(after).size === 0) return [];
  const { options, voters } = message.poll;
  const counts = options.map(({ id, votes }) => ({
    optionId: id,
    votes: votes - Number(before.has(id)) + Number(after.has(id)),
  }));
  const people = voters - Number(before.size > 0) + Number(after.size > 0);
  const { id: messageId, authorId: by } = message;
  return [{ type: "poll_tallied", messageId, counts, voters: people, by, at }];
}

/** An option that is there already changes nothing. Throws POLL_CLOSED, POLL_FIXED, TOO_MANY_OPTIONS. */
export function addOption(message: Message, by: UserId, text: string, at: Date): MessageChange[] {
  const { open, options } = openPollOf(message, at);
  if (!open && by !== message.authorId) throw refuse("POLL_FIXED");
  const clean = optionText(text);
  if (options.some((option) => option.text === clean)) return [];
  if (options.length >= MOST_OPTIONS_WITH_ADDED) {
    throw refuse("TOO_MANY_OPTIONS", { limit: MOST_OPTIONS_WITH_ADDED });
  }
  const option = { id: options.length + 1, text: clean, addedBy: by, votes: 0 };
  return [{ type: "poll_option_added", messageId: message.id, option, by, at }];
}

/** Closing what is closed changes nothing. Who may is a question of authorship or permission. */
export function closePoll(message: Message, by: UserId, at: Date): MessageChange[] {
  const isOver = isClosed(pollOf(message), at);
  return isOver ? [] : [{ type: "poll_closed", messageId: message.id, by, at }];
}
