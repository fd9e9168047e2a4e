import { refusals } from "../../../kernel/errors.ts";

export const refuse = refusals({
  MESSAGE_NOT_FOUND: ["not_found", "There is no such message."],
  MESSAGE_EMPTY: ["invalid", "A message needs some text."],
  MESSAGE_TOO_LONG: ["invalid", "The message is too long."],
  MESSAGE_DELETED: ["precondition", "The message was deleted."],
  NOT_THE_AUTHOR: ["denied", "Only its author can edit a message."],
  THREAD_NOT_FOUND: ["not_found", "The thread to reply in does not exist."],
  TOO_MANY_MENTIONS: ["invalid", "A message can mention at most 50 people and groups."],
  GROUP_MENTION_TOO_LARGE: ["denied", "In a channel of this size only its moderators can mention everybody."],
  TOO_MANY_REACTIONS: ["exhausted", "The message has the most different reactions it can have."],
  TOO_MANY_PINS: ["exhausted", "The channel has the most pinned messages it can have."],
  TOO_MANY_DRAFTS: ["exhausted", "There are too many drafts; send or drop some."],
  TOO_MANY_SAVED: ["exhausted", "There are too many saved messages; remove some."],
  NOT_SAVED: ["not_found", "The message is not among those that you saved."],
  QUERY_TOO_LONG: ["invalid", "The search has too many words; take some away."],
  PAGE_TOKEN_MALFORMED: ["invalid", "The page token is not one that an earlier page gave."],
  CHANNEL_BUSY: ["unavailable", "Too many messages are waiting to be written; try again."],
  RETENTION_FIXED: [
    "precondition",
    "The organisation keeps messages equally long in all channels; this channel cannot differ.",
  ],
  NOT_PERMITTED: ["denied", "You may not write in this channel."],
  PERSON_UNREACHABLE: ["denied", "You cannot write to this person."],
});
