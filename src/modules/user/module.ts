import type { Clock } from "../../kernel/clock.ts";
import type { UserId } from "../../kernel/ids.ts";
import type { Authorizer } from "../../platform/authz/authorizer.ts";
import { guestsOf } from "../../platform/authz/guests.ts";
import type { PlainRoute } from "../../platform/http/plain-routes.ts";
import type { EventBus, Subscription } from "../../platform/outbox/event-bus.ts";
import type { Database } from "../../platform/postgres/database.ts";
import type { Gate } from "../../platform/rpc/gate.ts";
import type { Streams } from "../../platform/stream/streams.ts";
import { avatarRoute } from "./api/avatar-route.ts";
import { entriesOf } from "./api/entries.ts";
import { publishedBy } from "./api/published-events.ts";
import { userSubscriptions } from "./api/subscriptions.ts";
import { userRoutes } from "./api/user-service.ts";
import type { UserFacade } from "./application/facade.ts";
import { forgetPerson } from "./application/forget-person.ts";
import type { SharedChannels } from "./application/ports.ts";
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
  readonly authorizer: Pick<Authorizer, "check">;
  readonly gate: Gate;
  readonly sharedChannels: SharedChannels;
}

export interface UserModule {
  /** Serves chatter.user.v1.UserService. */
  readonly routes: ReturnType<typeof userRoutes>;
  /** Serves the pictures of people. */
  readonly plainRoutes: readonly PlainRoute[];
  /** To be registered with the event bus. */
  readonly subscriptions: readonly Subscription[];
  /** What the other contexts may ask. */
  readonly users: UserFacade;
  /** Makes the profile of somebody who is gone anonymous. May be called again. */
  forgetPerson(userId: UserId): Promise<void>;
}

export function createUserModule(deps: UserDeps): UserModule {
  const encoding = { entries: entriesOf, published: publishedBy };
  const store = createUserStore({ ...deps, encoding });
  const ports = { ...deps, store, guests: guestsOf(deps.authorizer) };
  return {
    routes: userRoutes(ports),
    plainRoutes: [avatarRoute(ports)],
    subscriptions: userSubscriptions(ports),
    users: createUserDirectory(store.read),
    forgetPerson: (userId) => forgetPerson(ports, userId),
  };
}
