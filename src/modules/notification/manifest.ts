import type { ModuleManifest } from "../../kernel/manifest.ts";

export const manifest: ModuleManifest = {
  name: "notification",
  purpose:
    "Brings what happens to the people it concerns: the realtime connection that delivers every entry of a channel's log and of a person's own stream once and in order, presence, typing, and pushes to browsers in which it is closed.",
  owns: [
    "Connection",
    "Reader",
    "Feed",
    "Presence",
    "Typing",
    "Notification",
    "PushDevice",
    "Delivery",
    "VapidKeys",
  ],
  dependsOn: ["auth", "stream", "user"],
  ports: [
    "Memberships",
    "Access",
    "People",
    "Profiles",
    "Sender",
    "SignalBus",
    "Messages",
    "Places",
    "PushServices",
  ],
  publishes: ["NotificationsRaised", "NotificationsWithdrawn"],
  listens: [
    "auth.SessionsEnded",
    "auth.AccountDeactivated",
    "auth.AccountDeleted",
    "auth.RoleChanged",
    "user.OrgRenamed",
    "user.ProfileChanged",
    "user.UserJoined",
  ],
};
