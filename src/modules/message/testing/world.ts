import { pino } from "pino";
import { createMigratedDatabase } from "../../../app/testing/database.ts";
import type { Actor } from "../../../kernel/actor.ts";
import { type Clock, systemClock } from "../../../kernel/clock.ts";
import { DomainError } from "../../../kernel/errors.ts";
import {
  type ChannelId,
  createIds,
  type FileId,
  type GroupId,
  type Ids,
  type MessageId,
  type OrgId,
  type UserId,
} from "../../../kernel/ids.ts";
import { createEventBus } from "../../../platform/outbox/create-event-bus.ts";
import { type Database, openDatabase } from "../../../platform/postgres/database.ts";
import { createStreams, type Streams } from "../../../platform/stream/streams.ts";
import { entryEncoder, versionIn } from "../api/log-entry.ts";
import { tellReleasedOn } from "../api/published-events.ts";
import { decodeEntry } from "../api/read-log-entry.ts";
import type {
  Audiences,
  Callings,
  FileLookup,
  ReadPosition,
  Rebuilding,
  WriteAccess,
} from "../application/ports.ts";
import type { Attachment } from "../domain/attachment.ts";
import { createChanging } from "../infrastructure/changing.ts";
import { createDrafts } from "../infrastructure/drafts.ts";
import { createForwards } from "../infrastructure/forwards.ts";
import { createMessages } from "../infrastructure/messages.ts";
import { createPosting } from "../infrastructure/posting.ts";
import { createRebuilding } from "../infrastructure/rebuilding.ts";
import type { MessageSchema } from "../infrastructure/schema.ts";
import { createVersions } from "../infrastructure/versions.ts";
import type { TellReleased } from "../infrastructure/write-change.ts";
import { type BoundUseCases, bindUseCases } from "./use-cases.ts";

export interface MessageWorld {
  readonly app: BoundUseCases;
  /** What use cases that are not bound need. */
  readonly parts: Parameters<typeof bindUseCases>[0];
  readonly database: Database<MessageSchema>;
  readonly streams: Streams;
  readonly tellReleased: TellReleased;
  readonly rebuilding: Rebuilding;
  /** Who may write nowhere; moderators may delete what others wrote. */
  readonly banned: Set<UserId>;
  readonly moderators: Set<UserId>;
  readonly readPositions: Map<UserId, ReadPosition[]>;
  /** Groups and blocks of those who have any. */
  readonly callings: Map<UserId, Callings>;
  /** What can be attached. */
  readonly files: Map<FileId, Attachment>;
  /** Messages whose files were taken back, because they were not posted. */
  readonly released: MessageId[];
  group(): GroupId;
  memberCount: number;
  person(): Actor;
  channel(): ChannelId;
  clientId(): string;
  /** The organisation of all its people. */
  readonly orgId: OrgId;
  /** Takes somebody's right to write, as a removal from the channel does. */
  revoke(user: UserId, channel: ChannelId): Promise<void>;
  log(channel: ChannelId): Promise<readonly Uint8Array[]>;
  close(): Promise<void>;
}

/** The message context on a database of its own; what siblings know is told by the test. */
export async function createMessageWorld(clock: Clock = systemClock): Promise<MessageWorld> {
  const ids = createIds(clock);
  const { database, streams, tellReleased, close } = await openEngines(clock, ids);
  const orgId = ids.next("org");
  let clientIds = 0;

  const world: Omit<MessageWorld, "app" | "parts" | "tellReleased"> = {
    database,
    streams,
    orgId,
    rebuilding: createRebuilding({ database, streams, decode: decodeEntry }),
    banned: new Set(),
    moderators: new Set(),
    readPositions: new Map(),
    callings: new Map(),
    files: new Map(),
    released: [],
    memberCount: 3,
    person: () => ({ userId: ids.next("usr"), orgId, scope: "full" }),
    group: () => ids.next("grp"),
    channel: () => ids.next("chn"),
    clientId: () => `client-${++clientIds}`,
    async revoke(user, channel) {
      await database.transaction(async (tx) => {
        await streams.fence(tx, channel);
        world.banned.add(user);
      });
    },
    log: async (channel) => (await streams.read(channel, 0n, 100_000)).entries,
    close,
  };
  const store = { database, streams, encoder: entryEncoder, tellReleased };
  const parts = {
    clock,
    ids,
    access: writeAccess(world),
    audiences: audiencesIn(world),
    files: lookupIn(world),
    closings: { isClosedTo: async () => false },
    circles: {
      callingsOf: async (user: UserId) => world.callings.get(user) ?? { groupIds: [], apartIds: [] },
    },
    memberships: { readPositions: async (user: UserId) => world.readPositions.get(user) ?? [] },
    posting: createPosting(store),
    changing: createChanging(store),
    messages: createMessages(database),
    versions: createVersions({ database, streams, versionIn }),
    drafts: createDrafts(store),
    forwards: createForwards(database),
  };
  return Object.assign(world, { app: bindUseCases(parts), parts, tellReleased });
}

async function openEngines(clock: Clock, ids: Ids) {
  const { url, drop } = await createMigratedDatabase();
  const onError = (error: Error) => {
    throw error;
  };
  const database = openDatabase<MessageSchema>({ url, role: "chatter_message", onError });
  const streamDatabase = openDatabase<unknown>({ url, role: "chatter_stream", onError });
  const eventDatabase = openDatabase<unknown>({ url, role: "chatter_events", onError });
  const bus = createEventBus({ database: eventDatabase, ids, clock, log: pino({ level: "warn" }) });
  return {
    database,
    streams: createStreams(streamDatabase),
    tellReleased: tellReleasedOn(bus),
    async close() {
      for (const each of [database, streamDatabase, eventDatabase]) await each.close();
      await drop();
    },
  };
}

const lookupIn = (world: Pick<MessageWorld, "files" | "released">): FileLookup => ({
  share: async (_actor, _by, ids) =>
    ids.map((id) => {
      const attachment = world.files.get(id);
      if (attachment === undefined) throw new DomainError("not_found", "FILE_NOT_FOUND", id);
      return attachment;
    }),
  release: async (message) => void world.released.push(message),
});

const audiencesIn = (world: Pick<MessageWorld, "memberCount" | "moderators">): Audiences => ({
  audienceOf: async (_channel, user) => ({
    memberCount: world.memberCount,
    moderates: world.moderators.has(user),
  }),
});

function writeAccess({
  streams,
  banned,
  moderators,
}: Pick<MessageWorld, "streams" | "banned" | "moderators">): WriteAccess {
  return {
    async permit(user, permission, channel) {
      // The epoch first: a right that is lost after it was read makes the permit void.
      const epoch = (await streams.heads([channel])).get(channel)?.epoch ?? 0n;
      if (banned.has(user)) return undefined;
      if (permission === "delete_message" && !moderators.has(user)) return undefined;
      return { epoch };
    },
  };
}
