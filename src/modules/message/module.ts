import type { Actor } from "../../kernel/actor.ts";
import type { ChannelId, Ids, MessageId, UserId } from "../../kernel/ids.ts";
import type { Dispatcher } from "../../platform/background/dispatcher.ts";
import type { EventBus } from "../../platform/outbox/event-bus.ts";
import type { Database } from "../../platform/postgres/database.ts";
import { meterGroupCommit } from "../../platform/postgres/group-commit-metrics.ts";
import type { Gate } from "../../platform/rpc/gate.ts";
import type { Streams } from "../../platform/stream/streams.ts";
import type { Metrics } from "../../platform/telemetry/metrics.ts";
import { entryEncoder, versionIn } from "./api/log-entry.ts";
import { messageRoutes } from "./api/message-service.ts";
import { pollRoutes } from "./api/polls/poll-service.ts";
import { tellReleasedOn } from "./api/published-events.ts";
import { decodeEntry } from "./api/read-log-entry.ts";
import { forgetAuthor } from "./application/forget-author.ts";
import { forgetReactions } from "./application/forget-reactions.ts";
import type { Histories } from "./application/history.ts";
import type {
  Audiences,
  Circles,
  Closings,
  FileLookup,
  Memberships,
  MessageView,
  WriteAccess,
} from "./application/ports.ts";
import { type RebuiltChannel, rebuildChannels } from "./application/rebuild-channels.ts";
import type { OrgChannels } from "./application/retention/ports.ts";
import { type SendMessage, sendMessage } from "./application/send-message.ts";
import { createBelongings } from "./infrastructure/belongings.ts";
import { createChanging } from "./infrastructure/changing.ts";
import { countMessages, type MessageCount } from "./infrastructure/count-messages.ts";
import { createDrafts } from "./infrastructure/drafts.ts";
import { createForwards } from "./infrastructure/forwards.ts";
import { createHistories } from "./infrastructure/histories.ts";
import { keepLatestPages, type PageCache } from "./infrastructure/latest-pages.ts";
import { createMessages } from "./infrastructure/messages.ts";
import { createVotes } from "./infrastructure/polls/votes.ts";
import { createPosting } from "./infrastructure/posting.ts";
import { createRebuilding } from "./infrastructure/rebuilding.ts";
import type { MessageSchema } from "./infrastructure/schema.ts";
import {
  countUnreadReplies,
  type ThreadPosition,
  type UnreadReplies,
} from "./infrastructure/unread-replies.ts";
import { createVersions } from "./infrastructure/versions.ts";
import { viewsOf } from "./infrastructure/views.ts";
import { createPreviews, type PreviewDeps } from "./previews.ts";
import { createRetention, type Retention, type RetentionPart } from "./retention.ts";
import { createSaved } from "./saved.ts";
import { createScheduled, type ScheduledDeps } from "./scheduled.ts";
import { createSearch, type Search, type SearchDeps } from "./search.ts";

/** What the context needs: engines, and what its siblings know, in its own words. */
export interface MessageDeps extends SearchDeps, ScheduledDeps, PreviewDeps {
  readonly ids: Ids;
  /** That of the role chatter_message. */
  readonly database: Database<MessageSchema>;
  readonly streams: Streams;
  readonly bus: Pick<EventBus, "dispatch">;
  readonly gate: Gate;
  readonly access: WriteAccess;
  readonly audiences: Audiences;
  readonly files: FileLookup;
  readonly memberships: Memberships;
  readonly circles: Circles;
  readonly closings: Closings;
  readonly channels: OrgChannels;
  /** Where latest pages are kept between servers; absent: each is read from the database. */
  readonly pages?: PageCache;
  /** Where the groups in which messages are posted are measured; absent: nowhere. */
  readonly metrics?: Metrics;
}

export interface MessageModule {
  countMessages(): Promise<MessageCount>;
  /** Those of these messages that are there and were not deleted. */
  posted(messages: readonly MessageId[]): Promise<ReadonlySet<MessageId>>;
  /** Serves MessageService, SavedService, ScheduleService, PreviewService, PollService and RetentionService of chatter.message.v1. */
  readonly routes: RetentionPart["routes"];
  readonly retention: Retention;
  /** All that was said, for whoever takes it along: asks nobody for rights. */
  readonly histories: Histories;
  readonly search: Search;
  /** Sends what was planned when it is due, in this process or another. */
  readonly dispatcher: Dispatcher;
  /** Messages as they are now, in no order and whoever asks; those that were deleted are left out. */
  current(ids: readonly MessageId[]): Promise<readonly MessageView[]>;
  /** Previews links of what the feed of search has read, in this process or another. */
  readonly previewer: Dispatcher;
  /** Replies in these threads after a position that are not the reader's own; threads without any reply are left out. */
  unreadReplies(reader: UserId, positions: readonly ThreadPosition[]): Promise<readonly UnreadReplies[]>;
  /**
   * Posts a message as SendMessage does, for the realtime connection: answers when it is durable. Under
   * a client id that was used before it answers with the message of then. Throws a DomainError.
   */
  send(actor: Actor, command: SendMessage): Promise<SentMessage>;
  /**
   * Makes messages, threads, reactions, pins and mentions anew from the log, a channel at a time and
   * while servers run; starts after the channel given, in the order of their ids.
   */
  rebuild(after?: ChannelId): AsyncIterable<RebuiltChannel>;
  /** Erases some of what somebody wrote who is gone; answers whether there may be more. May be called again. */
  forgetAuthor(author: UserId): Promise<{ readonly more: boolean }>;
  /** Takes back some of the reactions of somebody who is gone; answers as `forgetAuthor` does. */
  forgetReactions(by: UserId): Promise<{ readonly more: boolean }>;
}

/** Where a message stands. */
export interface SentMessage {
  readonly messageId: MessageId;
  readonly seq: bigint;
}

export function createMessageModule(deps: MessageDeps): MessageModule {
  const { database, streams, metrics } = deps;
  const tellReleased = tellReleasedOn(deps.bus);
  const store = { database, streams, encoder: entryEncoder, tellReleased };
  const messages = createMessages(database);
  const parts = {
    ...deps,
    posting: createPosting({ ...store, ...(metrics && { meter: meterGroupCommit(metrics, "posting") }) }),
    changing: createChanging(store),
    messages: deps.pages ? keepLatestPages({ messages, streams, cache: deps.pages }) : messages,
    versions: createVersions({ database, streams, versionIn }),
    drafts: createDrafts(store),
    forwards: createForwards(database),
  };
  const belongings = createBelongings(database);
  const { retention, routes: retentionRoutes } = createRetention(deps, store);
  const { routes: savedRoutes } = createSaved({ ...deps, messages: parts.messages }, store);
  const { routes: scheduleRoutes, dispatcher } = createScheduled(parts, { ...store, ...deps });
  const { routes: previewRoutes, previewer, follow } = createPreviews({ ...deps, ...parts }, store);
  const { asking, search } = createSearch(deps, store, follow);
  const routes = messageRoutes({ ...parts, search: asking });
  return {
    routes(router) {
      routes(router);
      retentionRoutes(router);
      savedRoutes(router);
      scheduleRoutes(router);
      previewRoutes(router);
      pollRoutes({ ...parts, votes: createVotes(database) })(router);
    },
    retention,
    histories: createHistories({ database, versions: parts.versions }),
    search,
    dispatcher,
    previewer,
    async send(actor, command) {
      const { message } = await sendMessage(parts, actor, command);
      return { messageId: message.id, seq: message.seq };
    },
    current: (ids) => viewsOf(database, ids, ""),
    posted: messages.posted,
    unreadReplies: (reader, positions) => countUnreadReplies(database, reader, positions),
    countMessages: () => countMessages(database),
    forgetAuthor: (author) => forgetAuthor({ ...parts, belongings }, author),
    forgetReactions: (by) => forgetReactions({ ...parts, belongings }, by),
    rebuild: (after) => rebuildChannels(createRebuilding({ database, streams, decode: decodeEntry }), after),
  };
}
