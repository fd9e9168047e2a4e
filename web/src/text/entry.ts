import { textsOf } from "./part.ts";

/** What people read before they are in: setting up, signing in, joining, a forgotten password. */
export const entryText = textsOf("entry", {
  "setup.title": "Set up Chatter",
  "setup.lead": "Nobody is here yet. Name your organisation, and you are its owner.",
  "setup.orgName": "Organisation",
  "setup.orgExample": "Northwind",
  "setup.submit": "Create organisation",

  "login.title": "Sign in to {org}",
  "login.titlePlain": "Sign in",
  "login.submit": "Sign in",
  "login.forgotten": "Forgotten your password?",
  "login.newHere": "New here?",
  "login.register": "Create an account",
  "login.invitationOnly": "To join, ask somebody who is in for an invitation link.",

  "withdrawn.title": "Your registration could not be finished",
  "withdrawn.again":
    "Nothing of your registration is left. Register again; an invitation that you used works again too.",

  "register.title": "Join {org}",
  "register.lead": "Create an account to talk with the others.",
  "register.submit": "Create account",
  "register.haveAccount": "Have an account?",
  "register.closed": "Nobody can register here without an invitation",
  "register.closedHint": "Ask somebody who is in for an invitation link.",
  "register.sent": "Check your mail",
  "register.sentHint": "We have sent a link to {email}. Open it within a day, and your account is there.",

  "join.title": "Join {org}",
  "join.lead": "You are invited. Create your account, and you are in.",
  "join.leadGuest": "You are invited as a guest. You will see the channels you are added to.",
  "join.submit": "Join {org}",
  "join.invalid": "This invitation cannot be used",
  "join.invalidHint": "It has expired, was revoked or has been used up. Ask for a new link.",
  "join.alreadyIn": "You are in already",
  "join.alreadyInHint":
    "You are signed in to {org} as {email}. To let somebody else join here, sign out first.",
  "join.signedInAs": "You are signed in as {email}.",
  "join.signOut": "Sign out",
  "join.continue": "Continue to Chatter",

  "reset.title": "Forgotten password",
  "reset.lead": "Enter your email address, and we send you a link to choose a new password.",
  "reset.submit": "Send link",
  "reset.leadNoMail":
    "This server sends no mail. It keeps the link to a new password in its mail folder, for whoever runs it to hand on to you.",
  "reset.submitNoMail": "Make a link",
  "reset.written": "Ask for your link",
  "reset.writtenHint":
    "If there is an account for {email}, the link lies in the mail folder of the server. Ask whoever runs it. It works for an hour.",
  "reset.back": "Back to sign in",
  "reset.sent": "Check your mail",
  "reset.sentHint": "If there is an account for {email}, a link is on its way. It works for an hour.",
  "reset.choose": "Choose a new password",
  "reset.chooseLead": "You are then signed out everywhere else.",
  "reset.save": "Save password",
  "reset.saved": "Password changed",
  "reset.savedHint": "You can sign in with it now.",
  "reset.invalid": "This link cannot be used",
  "reset.invalidHint": "It works once and for an hour. Ask for a new one.",
  "reset.again": "Ask for a new link",

  "verify.done": "Email address confirmed",
  "verify.doneHint": "Thank you. That is all.",
  "verify.doneHintSignIn": "Thank you. You can sign in now.",
  "verify.invalid": "This link cannot be used",
  "verify.invalidHint": "It works once and for a day. You can ask for a new one in your settings.",
  "verify.invalidHintSignIn":
    "It works once and for a day. If you have used it before, sign in. If not, create your account again.",

  "entry.name": "Your name",
  "entry.email": "Email",
  "entry.emailFixed": "The invitation is for this address.",
  "entry.password": "Password",
  "entry.newPassword": "New password",
  "entry.nameMissing": "Enter your name.",
  "entry.emailMissing": "Enter your email address.",
  "entry.passwordMissing": "Enter your password.",
  "entry.toLogin": "Sign in",
  "entry.continue": "Continue",
  "entry.failed": "This did not work",
} as const);
