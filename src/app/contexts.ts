import type { ConnectRouter } from "@connectrpc/connect";
import { type AuthModule, createAuthModule } from "../modules/auth/index.ts";
import { type ChannelModule, createChannelModule } from "../modules/channel/index.ts";
import type { FileModule } from "../modules/file/index.ts";
import { createMessageModule, type MessageDeps, type MessageModule } from "../modules/message/index.ts";
import {
  createNotificationModule,
  type NotificationModule,
  signalCodec,
} from "../modules/notification/index.ts";
import { createUserModule, type UserModule } from "../modules/user/index.ts";
import { orgResource } from "../platform/authz/authorizer.ts";
import type { PlainRoute } from "../platform/http/plain-routes.ts";
import type { Job } from "../platform/jobs/job.ts";
import type { Mailer } from "../platform/mail/mailer.ts";
import type { Subscription } from "../platform/outbox/event-bus.ts";
import { createGate } from "../platform/rpc/gate.ts";
import type { Keeper } from "../platform/secrets/rotation.ts";
import { measureSteps } from "../platform/workflow/step-metrics.ts";
import type { BoundSaga } from "../platform/workflow/workflows.ts";
import { openAdmin } from "./admin.ts";
import {
  attachmentsOf,
  audiencesOf,
  circlesOf,
  closingsOf,
  contactOf,
  effectsOf,
  mailerOf,
  peopleOf,
  placesOf,
  pushServicesOf,
  readableOf,
  readersOf,
  recognise,
} from "./bindings.ts";
import type { Config } from "./config.ts";
import type { Engines } from "./engines.ts";
import { exportSources } from "./export/sources.ts";
import { openFiles } from "./files.ts";
import { inboxNeeds } from "./inbox-needs.ts";
import { handOverInstallationKey } from "./installation-key.ts";
import type { Lifecycle } from "./lifecycle.ts";
import { type Memory, openMemory } from "./memory.ts";
import { bindSagas, sagaStarts } from "./sagas/bind.ts";
import { retentionJob } from "./sagas/retention-job.ts";
import { versionOf, webClient } from "./web-client.ts";

/** Every context, wired; what the outside and the worker need of them together. */
export interface Contexts {
  routes(router: ConnectRouter): void;
  readonly plainRoutes: readonly PlainRoute[];
  readonly subscriptions: readonly Subscription[];
  readonly jobs: readonly Job[];
  readonly sagas: readonly BoundSaga[];
  readonly memory: Memory;
  readonly authenticate: AuthModule["authenticate"];
  readonly rememberCall: AuthModule["rememberCall"];
  readonly realtime: Pick<NotificationModule, "upgrade" | "start" | "stop">;
  readonly presence: NotificationModule["presence"];
  readonly inbox: NotificationModule["inbox"];
  readonly pushes: NotificationModule["pushes"];
  readonly rebuildMessages: MessageModule["rebuild"];
  readonly search: MessageModule["search"];
  readonly dispatcher: MessageModule["dispatcher"];
  readonly previewer: MessageModule["previewer"];
  readonly renewSigningKey: AuthModule["renewSigningKey"];
  readonly endEverySession: AuthModule["endEverySession"];
  /** Of accounts and keys, by the operator's commands. */
  readonly accounts: AuthModule["operation"];
  readonly flags: Engines["flags"]["operation"];
  /**
   * Before anything is served or worked on: throws SecretsError where secrets cannot be read, EngineRefused
   * where no mail can be sent.
   */
  makeReady(): Promise<void>;
  /** All tables whose secrets are encrypted. */
  readonly keepers: readonly Keeper[];
}

interface Modules {
  readonly auth: AuthModule;
  readonly user: UserModule;
  readonly channel: ChannelModule;
  readonly message: MessageModule;
  readonly file: FileModule;
  readonly notification: NotificationModule;
  readonly mail: Mailer;
}

export async function createContexts(
  config: Config,
  engines: Engines,
  lifecycle: Lifecycle,
): Promise<Contexts> {
  const memory = await openMemory(config, engines);
  const modules = await createModules({ config, engines, lifecycle, memory });
  const { auth, user, channel, message, file, notification } = modules;
  const admin = openAdmin({ config, engines, counted: modules, jobs: () => contexts.jobs });
  const contexts: Contexts = {
    routes(router) {
      for (const { routes } of [auth, user, channel, message, file, notification, admin]) routes(router);
    },
    plainRoutes: [...auth.plainRoutes, ...user.plainRoutes, ...file.plainRoutes],
    subscriptions: [
      ...[auth, user, channel, file, notification].flatMap(({ subscriptions }) => subscriptions),
      ...sagaStarts(engines.workflows),
    ],
    sagas: measureSteps(engines.metrics, bindSagas({ ...modules, streams: engines.streams })),
    jobs: [
      { name: "auth.forget-expired", schedule: "17 3 * * *", run: auth.forgetExpired },
      { name: "auth.end-weak-sessions", schedule: "*/5 * * * *", run: auth.endWeakSessions },
      { name: "auth.renew-signing-key", schedule: "47 2 1 * *", run: auth.renewSigningKey },
      { name: "user.expire-exports", schedule: "33 * * * *", run: user.expireExports },
      { name: "file.collect", schedule: "*/20 * * * *", run: file.collect },
      retentionJob({ ...engines, retention: message.retention }),
      { name: "notification.forget-deliveries", schedule: "29 3 * * *", run: notification.pushes.forgetOld },
      { name: "notification.forget-old", schedule: "37 3 * * *", run: notification.inbox.forgetOld },
      { name: "workflow.forget-old", schedule: "51 3 * * *", run: () => engines.workflows.forgetOld() },
      { name: "calls.forget", schedule: "23 * * * *", run: memory.forget },
      { name: "jobs.forget-old", schedule: "41 3 * * *", run: () => engines.jobs.history.forgetOld() },
    ],
    memory,
    authenticate: auth.authenticate,
    rememberCall: auth.rememberCall,
    realtime: notification,
    presence: notification.presence,
    inbox: notification.inbox,
    pushes: notification.pushes,
    rebuildMessages: message.rebuild,
    search: message.search,
    dispatcher: message.dispatcher,
    previewer: message.previewer,
    renewSigningKey: auth.renewSigningKey,
    endEverySession: auth.endEverySession,
    accounts: auth.operation,
    flags: engines.flags.operation,
    keepers: [...auth.keepers, ...notification.keepers],
    async makeReady() {
      await modules.mail.check();
      await handOverInstallationKey(config.dataDir, auth.openSigningKeys);
      await notification.makeReady();
    },
  };
  return contexts;
}

interface Surroundings {
  readonly config: Config;
  readonly engines: Engines;
  readonly lifecycle: Lifecycle;
  readonly memory: Memory;
}

/**
 * Builds the modules and binds what each needs of another. A port that points to a module further down
 * is looked up when it is first used, which is after everything was built.
 */
async function createModules({ config, engines, lifecycle, memory }: Surroundings): Promise<Modules> {
  const { authorizer, log, database } = engines;
  const mail = mailerOf(config, log, engines.metrics);
  lifecycle.opened("mail", (deadline) => mail.close(Math.max(0, deadline.getTime() - Date.now())));
  const shared = {
    ...engines,
    relationships: authorizer,
    oversight: authorizer,
    gate: createGate({ authorizer }),
  };

  const auth: AuthModule = createAuthModule({
    ...shared,
    database: database("auth"),
    counting: memory.attempts,
    changedAccounts: engines.signals.topic("accounts"),
    ...{ mail, openId: config.openId },
    effects: effectsOf(engines),
    orgNames: { find: (org) => user.users.orgName(org) },
    settings: { registration: config.registration, publicUrl: config.publicUrl },
    apiLog: { days: config.apiLogDays, log, metrics: engines.metrics },
  });
  lifecycle.opened("API log", auth.closeApiLog);
  const user: UserModule = createUserModule({
    ...shared,
    database: database("users"),
    sharedChannels: { peopleSharedWith: (id) => channel.channels.sharedWith(id) },
    exportSources: exportSources(() => ({ auth, channel, message })),
  });
  const channel: ChannelModule = createChannelModule({
    ...shared,
    database: database("channel"),
    people: user.users,
  });
  const message: MessageModule = createMessageModule({
    ...shared,
    database: database("message", 10),
    ...messageNeeds({ config, engines, memory }, { user, channel }),
    files: attachmentsOf(() => file),
  });
  const file: FileModule = await openFiles({ config, engines, lifecycle, ...shared }, message);
  const notification: NotificationModule = createNotificationModule({
    ...shared,
    database: database("notification"),
    signals: engines.signals.topic("realtime", signalCodec),
    authenticate: recognise(auth.authenticate),
    memberships: channel.channels,
    access: readersOf(authorizer),
    people: peopleOf(authorizer, channel),
    profiles: user.users,
    sender: message,
    ...inboxNeeds(engines, { user, channel, message }),
    places: placesOf(channel),
    pushServices: pushServicesOf(engines.outward),
    contact: contactOf(config),
    serverVersion: await versionOf(webClient),
  });
  return { auth, user, channel, message, file, notification, mail };
}

/** What messages ask of the other contexts. */
function messageNeeds(
  { config: { publicUrl }, engines: { authorizer, signals, flags }, memory }: Omit<Surroundings, "lifecycle">,
  { user, channel }: Pick<Modules, "user" | "channel">,
): Omit<MessageDeps, keyof Engines | "files" | "relationships" | "oversight" | "gate" | "database"> {
  return {
    access: authorizer,
    ...(memory.pages && { pages: memory.pages }),
    audiences: audiencesOf(channel),
    memberships: { readPositions: channel.channels.membershipsOf },
    circles: circlesOf(user),
    closings: closingsOf(channel),
    channels: channel.channels,
    readable: readableOf(authorizer, channel),
    insideWords: { isWantedBy: (actor) => flags.isOn("search.inside-words", actor) },
    standing: {
      mayAct: ({ userId, orgId }) => authorizer.check(userId, "access", orgResource(orgId)),
    },
    planned: signals.topic("planned"),
    orgs: { orgOf: async (id) => (await channel.channels.describe(id))?.orgId },
    publicUrl,
    handles: { byHandle: ({ orgId }, handle) => user.users.findByHandle(orgId, handle) },
  };
}
