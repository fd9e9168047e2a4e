import { join } from "node:path";
import type { ConnectRouter } from "@connectrpc/connect";
import { type AuthModule, createAuthModule } from "../modules/auth/index.ts";
import { type ChannelModule, createChannelModule } from "../modules/channel/index.ts";
import { createMessageModule, type MessageModule } from "../modules/message/index.ts";
import { createNotificationModule, type NotificationModule } from "../modules/notification/index.ts";
import { createUserModule, type UserModule } from "../modules/user/index.ts";
import { orgResource } from "../platform/authz/authorizer.ts";
import type { PlainRoute } from "../platform/http/plain-routes.ts";
import { createMailer } from "../platform/mail/mailer.ts";
import type { Subscription } from "../platform/outbox/event-bus.ts";
import { createGate } from "../platform/rpc/gate.ts";
import type { Config } from "./config.ts";
import type { Engines } from "./engines.ts";
import { loadInstallationKey } from "./installation-key.ts";
import { type Job, startJobs } from "./jobs.ts";
import type { Lifecycle } from "./lifecycle.ts";
import { versionOf, webClient } from "./web-client.ts";

/** Every context, wired; what the outside and the worker need of them together. */
export interface Contexts {
  routes(router: ConnectRouter): void;
  readonly plainRoutes: readonly PlainRoute[];
  readonly subscriptions: readonly Subscription[];
  readonly authenticate: AuthModule["authenticate"];
  readonly realtime: Pick<NotificationModule, "upgrade" | "start" | "stop">;
  /** Runs the jobs of all contexts; answers what stops them. */
  startJobs(): () => Promise<void>;
}

/**
 * Builds the contexts and binds what each needs of another. A port that points to a context further
 * down is looked up when it is first used, which is after everything was built.
 */
export async function createContexts(
  config: Config,
  engines: Engines,
  lifecycle: Lifecycle,
): Promise<Contexts> {
  const { authorizer, bus, clock, ids, log, metrics, streams, database } = engines;
  const mail = createMailer({
    ...(config.mail.smtpUrl !== undefined && { smtpUrl: config.mail.smtpUrl }),
    from: config.mail.from,
    spoolFolder: join(config.dataDir, "mail"),
    log,
  });
  lifecycle.opened("mail", (deadline) => mail.close(deadline.getTime() - Date.now()));
  const shared = {
    authorizer,
    bus,
    clock,
    ids,
    streams,
    relationships: authorizer,
    gate: createGate({ authorizer }),
  };

  const auth: AuthModule = createAuthModule({
    ...shared,
    database: database("auth"),
    mail,
    orgNames: { find: (org) => user.users.orgName(org) },
    signingKey: await loadInstallationKey(config.dataDir),
    settings: { registration: config.registration, publicUrl: config.publicUrl },
  });
  const user: UserModule = createUserModule({
    ...shared,
    database: database("users"),
    sharedChannels: { peopleSharedWith: (id) => channel.channels.sharedWith(id) },
  });
  const channel: ChannelModule = createChannelModule({
    ...shared,
    database: database("channel"),
    people: user.users,
  });
  const message: MessageModule = createMessageModule({
    ...shared,
    database: database("message", 10),
    access: authorizer,
    audiences: audiencesOf(channel),
    memberships: { readPositions: (id) => channel.channels.membershipsOf(id) },
  });
  const notification: NotificationModule = createNotificationModule({
    ...shared,
    log,
    metrics,
    database: database("notification"),
    authenticate: auth.authenticate,
    memberships: channel.channels,
    access: {
      mayRead: async (id, channelId) =>
        (await authorizer.permit(id, "read", channelId, "fresh")) !== undefined,
    },
    people: {
      isGuest: async ({ userId, orgId }) => !(await authorizer.check(userId, "browse", orgResource(orgId))),
      sharedWith: channel.channels.sharedWith,
    },
    profiles: user.users,
    sender: message,
    serverVersion: await versionOf(webClient),
  });

  const contexts = [auth, user, channel, message, notification];
  const jobs: readonly Job[] = [
    { name: "auth.forget-expired", schedule: "17 3 * * *", run: () => auth.forgetExpired() },
  ];
  return {
    routes: (router) => contexts.forEach(({ routes }) => routes(router)),
    plainRoutes: user.plainRoutes,
    subscriptions: [auth, user, channel, notification].flatMap(({ subscriptions }) => subscriptions),
    authenticate: auth.authenticate,
    realtime: notification,
    startJobs: () => startJobs(jobs, log),
  };
}

/** Calling everybody in a channel is allowed by its size, and to those who moderate it. */
function audiencesOf({ channels }: ChannelModule): Parameters<typeof createMessageModule>[0]["audiences"] {
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
