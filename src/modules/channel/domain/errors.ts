import { refusals } from "../../../kernel/errors.ts";

export const refuse = refusals({
  CHANNEL_NOT_FOUND: ["not_found", "There is no such channel."],
  RIGHT_LOST: ["denied", "You are no longer permitted to do this."],
  CHANNEL_ARCHIVED: ["precondition", "The channel is archived; nothing in it can be changed."],
  GROUP_NOT_FOUND: ["not_found", "There is no such group."],
  GROUPS_NEED_PRIVATE: [
    "precondition",
    "Only a private channel is opened to groups; everybody may join others.",
  ],
  PERSON_UNREACHABLE: ["denied", "You cannot write to this person."],
  BOOKMARK_NOT_FOUND: ["not_found", "There is no such bookmark in the channel."],
  TOO_MANY_BOOKMARKS: ["exhausted", "The channel has the most bookmarks it can have."],
  NAME_TAKEN: ["conflict", "Another channel has this name."],
  CHANNEL_NOT_PUBLIC: ["precondition", "Only a public channel can be one that everybody comes to."],
  LAST_DEFAULT_CHANNEL: [
    "precondition",
    "Who comes to the organisation must come somewhere. Choose another channel for it first.",
  ],
  DIRECT_IS_FIXED: [
    "precondition",
    "A direct conversation keeps its people and has no name, topic or roles.",
  ],
  MEMBER_NOT_FOUND: ["not_found", "This person is not a member of the channel."],
  LAST_ADMIN: ["precondition", "A private channel needs an admin; make somebody else one first."],
  PERSON_NOT_FOUND: ["not_found", "Somebody named here does not exist or is no longer active."],
  PAGE_TOKEN_MALFORMED: ["invalid", "The page token is not one that an earlier page gave."],
});
