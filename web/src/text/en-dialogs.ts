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
  "name.wrongSign": "Only letters, digits, dots, dashes and underscores.",
  "topic.label": "Topic",
  "topic.hint": "What it is about just now.",

  "create.kind": "Who can find it",
  "create.public": "Everybody",
  "create.publicHint": "Anybody in the organisation but guests can look in and join.",
  "create.private": "Only people who are added",
  "create.privateHint": "Nobody else sees that it exists.",
  "create.submit": "Create channel",

  "people.count": { one: "{count} person", other: "{count} people" },
  "people.guest": "Guest",
  "people.none": "Nobody is called that.",
  "people.loading": "Loading people",

  "pick.chosen": "Chosen",
  "pick.found": "People",
  "pick.drop": "Remove {name}",

  "direct.to": "To: names or handles",
  "direct.full": "A conversation has at most nine people. For more, create a channel.",
  "direct.open": "Open conversation",

  "browse.find": "Find a channel",
  "browse.create": "Create",
  "browse.includeArchived": "Archived channels too",
  "browse.join": "Join",
  "browse.joinNamed": "Join {name}",
  "browse.joined": "Joined",
  "browse.joinedNamed": "You are in {name} now.",
  "browse.archived": "Archived",
  "browse.none": "No channel is called that.",
  "browse.loading": "Loading channels",
  "browse.count": { one: "{count} channel", other: "{count} channels" },

  "members.find": "Find people",
  "members.addShort": "Add",
  "members.add": "Add people",
  "members.toAdd": "Names or handles",
  "members.isIn": "In the channel already",
  "members.added": { one: "{count} person was added.", other: "{count} people were added." },
  "members.more": "Options for {name}",
  "members.write": "Send a message",
  "members.remove": "Remove from channel",
  "members.removed": "{name} is no longer in {place}.",
  "members.undo": "Undo",

  "role.admin": "Admin",
  "role.moderator": "Moderator",
  "role.member": "Member",
} as const);
