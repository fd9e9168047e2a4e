import { join } from "node:path";
import { DomainError } from "../kernel/errors.ts";
import type { AuthModule, createAuthModule } from "../modules/auth/index.ts";
import type { ChannelModule } from "../modules/channel/index.ts";
import type { FileModule } from "../modules/file/index.ts";
import type { MessageDeps } from "../modules/message/index.ts";
import type { createNotificationModule } from "../modules/notification/index.ts";
import type { UserModule } from "../modules/user/index.ts";
import { type Authorizer, channelResource } from "../platform/authz/authorizer.ts";
import { guestsOf } from "../platform/authz/guests.ts";
import type { Log } from "../platform/log/log.ts";
import { createMailer, type Mailer } from "../platform/mail/mailer.ts";
import type { Outward } from "../platform/outward/outward.ts";
import type { Metrics } from "../platform/telemetry/metrics.ts";
import type { Config } from "./config.ts";
import type { Engines } from "./engines.ts";

type AuthDeps = Parameters<typeof createAuthModule>[0];
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

/** Whose calls reach a person, besides those by their name. */
export function circlesOf({ users }: UserModule): MessageDeps["circles"] {
  return {
    async callingsOf(user) {
      const [groupIds, apartIds] = await Promise.all([users.groupsOf(user), users.apartFrom(user)]);
      return { groupIds, apartIds };
    },
  };
}

/** Files as messages carry them. The file context is built after the message context. */
export function attachmentsOf(file: () => Pick<FileModule, "share" | "release">): MessageDeps["files"] {
  return {
    async share(actor, by, ids) {
      const files = await file().share(actor, by, ids);
      return files.map(({ id, name, type, bytes, picture }) => ({
        ...{ fileId: id, name, type, bytes },
        ...(picture && { picture }),
      }));
    },
    release: (message) => file().release(message),
  };
}

/** Asked only where somebody was refused. Who is not in the conversation learns nothing of it. */
export function closingsOf({ channels }: ChannelModule): MessageDeps["closings"] {
  return {
    async isClosedTo(user, channelId) {
      const [summary, isMember] = await Promise.all([
        channels.describe(channelId),
        channels.isMember(channelId, user),
      ]);
      return isMember && summary?.closed === true;
    },
  };
}

/** As membership tells, which a removal ends at once; and as the rules agree, which decide for every other call. */
export function readableOf(authorizer: Authorizer, { channels }: ChannelModule): MessageDeps["readable"] {
  const { isGuest } = guestsOf(authorizer);
  return {
    readableBy: async (actor) =>
      channels.readableBy(actor.userId, (await isGuest(actor)) ? undefined : actor.orgId),
    async confirm({ userId }, ids) {
      const may = await Promise.all(ids.map((id) => authorizer.check(userId, "read", channelResource(id))));
      return new Set(ids.filter((_, index) => may[index]));
    },
  };
}

/** What others do about events is done where their consumers are, and the sagas that begin with them. */
export function effectsOf({ bus, workflows }: Pick<Engines, "bus" | "workflows">): AuthDeps["effects"] {
  return {
    async settled(events, limitMs) {
      const end = performance.now() + limitMs;
      if (!(await bus.settled(events, limitMs))) return false;
      const sagas = events.map((id) => workflows.settled(id, Math.max(0, end - performance.now())));
      return (await Promise.all(sagas)).every(Boolean);
    },
  };
}

/**
 * Who is behind a connection, for those to whom it is all one why it is nobody: who asks by a call is told.
 */
export function recognise(authenticate: AuthModule["authenticate"]): NotificationDeps["authenticate"] {
  return async (shown) => {
    try {
      return await authenticate(shown);
    } catch (error) {
      if (error instanceof DomainError && error.kind === "unauthenticated") return undefined;
      throw error;
    }
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

export function mailerOf({ mail, dataDir }: Config, log: Log, metrics?: Metrics): Mailer {
  return createMailer({
    ...(mail.smtpUrl !== undefined && { smtpUrl: mail.smtpUrl }),
    from: mail.from,
    spoolFolder: join(dataDir, "mail"),
    log,
    ...(metrics && { metrics }),
  });
}

// What push services say beside their status is of no use.
const ANSWER_BYTES = 4_096;

/** The push services of browsers, at addresses that browsers give. */
export function pushServicesOf(outward: Outward): NotificationDeps["pushServices"] {
  return {
    check: outward.check,
    async post(url, request) {
      const limits = { bytes: ANSWER_BYTES, beyond: "cut" } as const;
      const { status, headers } = await outward.ask({ ...request, url, method: "POST", limits });
      const { "retry-after": retryAfter } = headers;
      return { status, retryAfter: typeof retryAfter === "string" ? retryAfter : undefined };
    },
  };
}

/** Whom push services may turn to: where people reach the server, or else whoever sends its letters. */
export function contactOf({ publicUrl, mail }: Pick<Config, "publicUrl" | "mail">): string {
  if (publicUrl.startsWith("https:")) return publicUrl;
  return `mailto:${/<([^>]+)>/.exec(mail.from)?.[1] ?? mail.from}`;
}

/** Where what devices are told of happened. */
export function placesOf({ channels }: ChannelModule): NotificationDeps["places"] {
  return {
    nameOf: async (id) => (await channels.describe(id))?.name,
    readPositions: channels.readPositions,
  };
}
