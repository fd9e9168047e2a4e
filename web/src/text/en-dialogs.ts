import { textsOf } from "./part.ts";

/** What people read in the dialogs about channels and the people in them. */
export const dialogText = textsOf({
  "create-channel.title": "Create a channel",
  "browse-channels.title": "Browse channels",
  "new-direct.title": "New message",
  "shortcuts.title": "Keyboard shortcuts",
  "invite.title": "Invite people",
  "members.title": "People in {place}",

  "name.label": "Name",
  "name.hint": "Lower case, without spaces: release-plan, team.design",
  "name.empty": "Give the channel a name.",
  "name.wrongSign": "A name has lower-case letters, digits, dots, dashes and underscores only.",
  "topic.label": "Topic",
  "topic.hint": "What it is about just now; everybody in the channel can change it.",

  "create.kind": "Who can find it",
  "create.public": "Everybody",
  "create.publicHint": "Anybody in the organisation but guests can look in and join.",
  "create.private": "Only people who are added",
  "create.privateHint": "Nobody else sees that it exists.",
  "create.submit": "Create channel",
} as const);
