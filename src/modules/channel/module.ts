import type { Clock } from "../../kernel/clock.ts";
import type { Ids, UserId } from "../../kernel/ids.ts";
import type { Authorizer, Relationships } from "../../platform/authz/authorizer.ts";
import { guestsOf } from "../../platform/authz/guests.ts";
import type { EventBus, Subscription } from "../../platform/outbox/event-bus.ts";
import type { Database } from "../../platform/postgres/database.ts";
import type { Gate } from "../../platform/rpc/gate.ts";
import type { Streams } from "../../platform/stream/streams.ts";
import { channelRoutes } from "./api/channel-service.ts";
import { entriesOf } from "./api/entries.ts";
import { publishedBy } from "./api/published-events.ts";
import { channelSubscriptions } from "./api/subscriptions.ts";
import type { ChannelFacade } from "./application/facade.ts";
import { forgetPerson } from "./application/forget-person.ts";
import type { Blocks, Groups, People } from "./application/ports.ts";
import type { Roll } from "./application/roll.ts";
import { type WelcomeNewcomer, welcomeNewcomer } from "./application/welcome-newcomer.ts";
import { createChannelDirectory } from "./infrastructure/channel-directory.ts";
import { createChannelLog } from "./infrastructure/channel-log.ts";
import { createChannelReader } from "./infrastructure/channel-reader.ts";
import { createChannelStore } from "./infrastructure/channel-store.ts";
import { type ChannelCount, countChannels } from "./infrastructure/count-channels.ts";
import { createRecorder } from "./infrastructure/recorder.ts";
import { createRoll } from "./infrastructure/roll.ts";
import type { ChannelSchema } from "./infrastructure/schema.ts";

/** What the context needs: engines, and what the user context knows, in its own words. */
export interface ChannelDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  /** That of the role chatter_channel. */
  readonly database: Database<ChannelSchema>;
  readonly streams: Streams;
  readonly bus: EventBus;
  readonly relationships: Relationships;
  readonly authorizer: Authorizer;
  readonly gate: Gate;
  readonly people: People & Groups & Blocks;
}

export interface ChannelModule {
  /** Serves chatter.channel.v1.ChannelService. */
  readonly routes: ReturnType<typeof channelRoutes>;
  /** To be registered with the event bus. */
  readonly subscriptions: readonly Subscription[];
  /** What the other contexts may ask. */
  readonly channels: ChannelFacade;
  /** All channels and who is in them, for whoever takes the organisation along. */
  readonly roll: Roll;
  countChannels(): Promise<ChannelCount>;
  /** Makes a newcomer a member of the default channels. May be called again. */
  welcomeNewcomer(newcomer: WelcomeNewcomer): Promise<void>;
  /** Ends all memberships of somebody who is gone, with their rights. May be called again. */
  forgetPerson(userId: UserId): Promise<void>;
}

export function createChannelModule(deps: ChannelDeps): ChannelModule {
  const { database, streams, people } = deps;
  const encoding = { entries: entriesOf, published: publishedBy };
  const store = createChannelStore({ ...deps, record: createRecorder({ ...deps, encoding }) });
  const channels = createChannelDirectory(database);
  const reader = createChannelReader(database);
  return {
    routes: channelRoutes({
      ...deps,
      store,
      reader,
      log: createChannelLog(streams),
      guests: guestsOf(deps.authorizer),
      groups: people,
      blocks: people,
    }),
    subscriptions: channelSubscriptions({ ...deps, store, reader, groups: people, blocks: people }),
    channels,
    roll: createRoll(database, reader),
    countChannels: () => countChannels(database),
    welcomeNewcomer: (newcomer) => welcomeNewcomer({ ...deps, store }, newcomer),
    forgetPerson: (userId) => forgetPerson({ ...deps, store, channels }, userId),
  };
}
