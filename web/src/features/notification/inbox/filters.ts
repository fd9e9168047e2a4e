import { Cause } from "../../../../../gen/chatter/notification/inbox/v1/notification_pb.js";

export type InboxFilter = "all" | "mentions" | "replies" | "reactions" | "rest";
export const inboxFilters = [
  "all",
  "mentions",
  "replies",
  "reactions",
  "rest",
] as const satisfies readonly InboxFilter[];

const causes: Readonly<Record<InboxFilter, readonly Cause[]>> = {
  all: [],
  mentions: [Cause.MENTION, Cause.KEYWORD],
  replies: [Cause.REPLY],
  reactions: [Cause.REACTION],
  rest: [Cause.INVITATION, Cause.REMINDER, Cause.ANNOUNCEMENT],
};

/** What a filter lets through; none: all. */
export const causesOf = (filter: InboxFilter): readonly Cause[] => causes[filter];
