import type { Clock } from "../../kernel/clock.ts";
import type { Ids, UserId } from "../../kernel/ids.ts";
import type { Authorizer, Relationships } from "../../platform/authz/authorizer.ts";
import { guestsOf } from "../../platform/authz/guests.ts";
import type { PlainRoute } from "../../platform/http/plain-routes.ts";
import type { EventBus, Subscription } from "../../platform/outbox/event-bus.ts";
import type { Database } from "../../platform/postgres/database.ts";
import type { Gate } from "../../platform/rpc/gate.ts";
import type { Streams } from "../../platform/stream/streams.ts";
import { avatarRoute } from "./api/avatar-route.ts";
import { contactRoutes } from "./api/contact-service.ts";
import { circleChanged, entriesOf } from "./api/entries.ts";
import { groupRoutes } from "./api/group-service.ts";
import { publishedBy, publishedByCircle, publishedByGroup } from "./api/published-events.ts";
import { userSubscriptions } from "./api/subscriptions.ts";
import { userRoutes } from "./api/user-service.ts";
import type { ExportSources } from "./application/export/ports.ts";
import type { UserFacade } from "./application/facade.ts";
import { forgetPerson } from "./application/forget-person.ts";
import { forgetTies } from "./application/forget-ties.ts";
import type { SharedChannels } from "./application/ports.ts";
import { removeNewcomer } from "./application/remove-newcomer.ts";
import { type Newcomer, welcomeNewcomer } from "./application/welcome-newcomer.ts";
import { createExports, type ExportSteps } from "./export.ts";
import { createCircleStore } from "./infrastructure/circle/circle-store.ts";
import { createGroupStore } from "./infrastructure/groups/group-store.ts";
import type { UserSchema } from "./infrastructure/schema.ts";
import { createUserDirectory } from "./infrastructure/user-directory.ts";
import { createUserStore } from "./infrastructure/user-store.ts";

/** What the context needs: engines, and what the channel context knows, in its own words. */
export interface UserDeps {
  readonly clock: Clock;
  /** That of the role chatter_users. */
  readonly database: Database<UserSchema>;
  readonly streams: Streams;
  readonly bus: EventBus;
  readonly relationships: Relationships;
  readonly authorizer: Pick<Authorizer, "check">;
  readonly gate: Gate;
  readonly sharedChannels: SharedChannels;
  readonly ids: Ids;
  /** What the other contexts add to an export. */
  readonly exportSources: ExportSources;
}

export interface UserModule {
  /** Serves UserService, GroupService, ContactService and ExportService of chatter.user.v1. */
  readonly routes: ReturnType<typeof userRoutes>;
  /** Serves the pictures of people, and the files of exports to the owners. */
  readonly plainRoutes: readonly PlainRoute[];
  /** To be registered with the event bus. */
  readonly subscriptions: readonly Subscription[];
  /** What the other contexts may ask. */
  readonly users: UserFacade;
  /** Gives a newcomer a profile. May be called again. Throws NO_HANDLE_FREE. */
  welcomeNewcomer(newcomer: Newcomer): Promise<void>;
  /** Takes that back. May be called again. */
  removeNewcomer(userId: UserId): Promise<void>;
  /** Makes the profile of somebody who is gone anonymous. May be called again. */
  forgetPerson(userId: UserId): Promise<void>;
  /** Writing an export that an owner asked for. */
  readonly exports: ExportSteps;
  /** Deletes the files of exports whose time is over. Worth doing hourly. */
  expireExports(): Promise<void>;
}

export function createUserModule(deps: UserDeps): UserModule {
  const encoding = { entries: entriesOf, published: publishedBy };
  const store = createUserStore({ ...deps, encoding });
  const groups = createGroupStore({ ...deps, circleChanged, published: publishedByGroup });
  const circles = createCircleStore({ ...deps, circleChanged, published: publishedByCircle });
  const guests = guestsOf(deps.authorizer);
  const ports = { ...deps, store, groups, circles, guests, effects: deps.bus };
  const exports = createExports(deps, { store, groups, circles });
  const services = [userRoutes(ports), groupRoutes(ports), contactRoutes(ports), exports.routes];
  return {
    routes(router) {
      for (const routes of services) routes(router);
    },
    plainRoutes: [avatarRoute(ports), exports.plainRoute],
    exports: exports.steps,
    expireExports: exports.expire,
    subscriptions: userSubscriptions(ports),
    users: createUserDirectory({ read: store.read, groups, circles }),
    welcomeNewcomer: (newcomer) => welcomeNewcomer(ports, newcomer),
    async removeNewcomer(userId) {
      await forgetTies(ports, userId);
      await removeNewcomer(ports, userId);
    },
    async forgetPerson(userId) {
      await forgetTies(ports, userId);
      await forgetPerson(ports, userId);
    },
  };
}
