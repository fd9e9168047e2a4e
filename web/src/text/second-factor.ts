import { textsOf } from "./part.ts";

/** What people read about codes of an app, while signing in and in the settings. */
export const secondFactorText = textsOf("secondFactor", {
  "step.title": "Second step",
  "step.lead": "Enter the code that your app shows now.",
  "step.code": "Code",
  "step.codeMissing": "Enter the six digits.",
  "step.submit": "Sign in",
  "step.useRecovery": "Use a recovery code instead",
  "step.useApp": "Use the app instead",
  "step.recovery": "Recovery code",
  "step.recoveryLead": "Enter one of the codes that you kept when you set up the app. It works once.",
  "step.recoveryMissing": "Enter a recovery code.",
  "step.back": "Back to sign in",
  "step.expired": "This took too long. Go back and sign in again.",

  "enrol.title": "Set up a second step",
  "enrol.lead":
    "Your organisation asks for more than a password. It takes a minute, and an app on your phone.",

  "app.scan": "Scan this with an app for codes, such as the one your password manager has.",
  "app.picture": "QR code for your app",
  "app.type": "Or type this into the app:",
  "app.code": "Code that the app shows",
  "app.submit": "Confirm",

  "codes.title": "Your recovery codes",
  "codes.lead":
    "Each lets you in once when you have lost your phone. Keep them where you keep your passwords: they are not shown again.",
  "codes.list": "Recovery codes",
  "codes.done": "I have kept them",

  title: "Codes of an app",
  description: "Whoever has your password still needs your phone.",
  on: "Set up",
  off: "Not set up",
  left: { one: "{count} recovery code left", other: "{count} recovery codes left" },
  noneLeft: "No recovery codes left. Make new ones.",
  setUp: "Set up",
  setUpTitle: "Set up codes of an app",
  renew: "New recovery codes",
  remove: "Remove",
  removeTitle: "Remove the app?",
  removeHint: "Signing in then takes your password only.",
  removed: "App removed",
  due: "Your organisation asks for a second step from {day}: set up an app, or add a passkey.",

  "org.title": "Second step for everybody",
  "org.description":
    "Nobody then comes in by a password alone. A passkey counts as two steps; keys of programs stay as they are.",
  "org.never": "Not asked for",
  "org.now": "Asked for",
  "org.from": "Asked for from {day}",
  "org.label": "Ask for it",
  "org.choice.never": "Never",
  "org.choice.now": "At once",
  "org.choice.7": "In 7 days",
  "org.choice.30": "In 30 days",
  "org.save": "Save",
  "org.saved": "Saved",
} as const);
