import { join } from "node:path";
import type { ChannelModule } from "../modules/channel/index.ts";
import type { MessageDeps } from "../modules/message/index.ts";
import type { createNotificationModule } from "../modules/notification/index.ts";
import type { Authorizer } from "../platform/authz/authorizer.ts";
import { guestsOf } from "../platform/authz/guests.ts";
import type { Log } from "../platform/log/log.ts";
import { createMailer, type Mailer } from "../platform/mail/mailer.ts";
import type { Config } from "./config.ts";

type NotificationDeps = Parameters<typeof createNotificationModule>[0];

/** Calling everybody in a channel is allowed by its size, and to those who moderate it. */
export function audiencesOf({ channels }: ChannelModule): MessageDeps["audiences"] {
  return {
    async audienceOf(channelId, userId) {
      const [summary, role] = await Promise.all([
        channels.describe(channelId),
        channels.findRole(channelId, userId),
      ]);
      return { memberCount: summary?.memberCount ?? 0, moderates: role === "admin" || role === "moderator" };
    },
  };
}

export function peopleOf(authorizer: Authorizer, { channels }: ChannelModule): NotificationDeps["people"] {
  return { ...guestsOf(authorizer), sharedWith: channels.sharedWith };
}

/** Asked past every cache: who was removed on another server a moment ago does not get in here. */
export function readersOf(authorizer: Authorizer): NotificationDeps["access"] {
  return {
    mayRead: async (userId, channelId) =>
      (await authorizer.permit(userId, "read", channelId, "fresh")) !== undefined,
  };
}

export function mailerOf({ mail, dataDir }: Config, log: Log): Mailer {
  return createMailer({
    ...(mail.smtpUrl !== undefined && { smtpUrl: mail.smtpUrl }),
    from: mail.from,
    spoolFolder: join(dataDir, "mail"),
    log,
  });
}
