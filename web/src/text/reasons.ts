import { textsOf } from "./part.ts";

const english = {
  EMAIL_MALFORMED: "This is not an email address.",
  EMAIL_TAKEN: "There is an account with this email address already.",
  PASSWORD_TOO_SHORT: "The password needs at least 10 characters.",
  PASSWORD_TOO_LONG: "The password is too long.",
  PASSWORD_TOO_COMMON: "This password is among the first that are guessed. Choose another one.",
  PASSWORD_TOO_PERSONAL: "The password must not be your name or email address.",
  INVALID_CREDENTIALS: "Email address or password is wrong.",
  WRONG_PASSWORD: "The current password is wrong.",
  ACCOUNT_DEACTIVATED: "This account is deactivated.",
  ACCOUNT_NOT_FOUND: "This account does not exist any more.",
  TOO_MANY_ATTEMPTS: "Too many attempts. Try again later.",
  TOO_MANY_REQUESTS: "That was too much at once. Try again in a moment.",
  QUERY_TOO_LONG: "That is too much to search for at once. Take some words away.",
  TOO_BUSY: "Many people are signing in just now. Try again in a moment.",
  ORG_NAME_REQUIRED: "Give your organisation a name.",
  REGISTRATION_CLOSED: "Nobody can register here at the moment.",
  REGISTRATION_NEEDS_INVITATION: "To register here you need an invitation.",
  REGISTRATION_WITHDRAWN:
    "Your registration could not be completed, and nothing of it is left. You can register again.",
  INVITATION_INVALID: "This invitation cannot be used any more. Ask for a new one.",
  INVITATION_FOR_SOMEBODY_ELSE: "This invitation is for another email address.",
  INVITATION_NOT_FOUND: "This invitation does not exist any more.",
  TOO_MANY_INVITATIONS: "You have 200 open invitations. Revoke some first.",
  LINK_INVALID: "This link cannot be used any more. Ask for a new one.",
  EMAIL_ALREADY_VERIFIED: "This email address is confirmed already.",
  PASSKEYS_UNAVAILABLE: "Passkeys cannot be used at the address of this server.",
  PASSKEY_INVALID: "This passkey opens nothing here any more, or it took too long. Try again.",
  PASSKEY_COPIED:
    "This passkey may have been copied, so it does not work any more. Sign in another way and remove it.",
  PASSKEY_TAKEN: "This passkey belongs to an account already.",
  PASSKEY_NOT_FOUND: "This passkey was removed already.",
  TOO_MANY_PASSKEYS: "You have 25 passkeys. Remove some first.",
  LAST_WAY_IN: "Nothing else opens your account. Add a passkey or choose a password first.",
  CODE_INVALID: "This code is wrong, has expired or was used.",
  LOGIN_EXPIRED: "Signing in took too long. Begin again.",
  PASSKEY_NEEDED: "Your organisation asks for more than a password. Sign in with your passkey.",
  TOTP_SET_UP: "An app is set up already. Remove it first.",
  TOTP_NOT_SET_UP: "Set up an app for codes first.",
  SECOND_FACTOR_NEEDED:
    "Your organisation asks for a second factor. Set up another one first: a passkey or an app.",
  CONFIRMATION_REQUIRED: "Show once more that it is you.",
  SESSION_NOT_FOUND: "This device is signed out already.",
  API_KEY_NOT_FOUND: "This key was revoked already.",
  TOO_MANY_API_KEYS: "You have 50 API keys. Revoke some first.",
  ROLE_NOT_YOURS_TO_GRANT: "Your own role does not allow this.",
  LAST_OWNER: "The organisation needs an owner. Make somebody else an owner first.",
  USER_NOT_FOUND: "This person does not exist, or you share no channel with them.",
  NAME_EMPTY: "Enter a name.",
  HANDLE_MALFORMED:
    "A handle has 2 to 32 letters a to z, digits, dots, dashes and underscores, and begins with a letter or digit.",
  HANDLE_RESERVED: "This handle has a meaning of its own. Choose another one.",
  HANDLE_TAKEN: "Somebody else has this handle.",
  TIMEZONE_UNKNOWN: "There is no such time zone.",
  STATUS_EXPIRED: "The status would end in the past.",
  AVATAR_NOT_AN_IMAGE: "The picture must be a PNG, JPEG or WebP image.",
  AVATAR_TOO_LARGE: "The picture may have at most 512 KiB and 4096 pixels on a side.",
  CHANNEL_ARCHIVED: "The channel is archived; nothing in it can be changed.",
  CHANNEL_NOT_FOUND: "There is no such channel, or you may not see it.",
  CHANNEL_NOT_PUBLIC: "Only a public channel can be one that everybody comes to.",
  LAST_DEFAULT_CHANNEL: "Newcomers must come somewhere. Choose another channel for it first.",
  NAME_TAKEN: "Another channel has this name.",
  DIRECT_IS_FIXED: "A direct conversation keeps its people, and has no name or topic.",
  MEMBER_NOT_FOUND: "This person is not in the channel any more.",
  PERSON_NOT_FOUND: "Somebody you chose is no longer here.",
  RIGHT_LOST: "You may no longer do this. Your role may have changed just now.",
  LAST_ADMIN: "A private channel needs an admin. Make somebody else one first.",
  MESSAGE_DELETED: "The message was deleted.",
  MESSAGE_EMPTY: "A message needs some text.",
  MESSAGE_NOT_FOUND: "The message does not exist any more.",
  MESSAGE_TOO_LONG: "The message is too long.",
  NOT_PERMITTED: "You may not write in this channel.",
  NOT_THE_AUTHOR: "Only who wrote a message can edit it.",
  CHANNEL_BUSY: "Many people are writing here just now. Try again in a moment.",
  TOO_MANY_SENDS: "That was too much at once. Try again in a moment.",
  THREAD_NOT_FOUND: "The thread does not exist any more.",
  TOO_MANY_MENTIONS: "A message can mention at most 50 people.",
  GROUP_MENTION_TOO_LARGE: "In a channel of this size only its moderators can mention everybody.",
  TOO_MANY_REACTIONS: "This message has all the different reactions it can have.",
  TOO_MANY_PINS: "This channel has all the pinned messages it can have.",
  EVENT_NOT_FOUND: "This event is no longer kept.",
  TOO_MANY_DRAFTS: "You have too many drafts. Send or drop some.",
  TOO_MANY_SAVED: "You have saved 5,000 messages. Remove some first.",
  NOT_SAVED: "This message is not saved any more.",
  RETENTION_FIXED: "The organisation keeps messages equally long in all channels.",
  EXPORT_UNDER_WAY: "An export is under way already. Wait for it, or cancel it.",
  EXPORT_NOT_FOUND: "This export does not exist.",
  EXPORT_NOT_READY: "This export has no file: it is not ready yet, or its file was deleted.",
} as const;

/** What people read for a reason that the server refused something with. */
export const reasonText = textsOf(english);

/** The same for any reason; `undefined` for one that a newer server has. */
export function textOfReason(reason: string): string | undefined {
  return isKnown(reason) ? reasonText(reason) : undefined;
}

function isKnown(reason: string): reason is keyof typeof english {
  return Object.hasOwn(english, reason);
}
