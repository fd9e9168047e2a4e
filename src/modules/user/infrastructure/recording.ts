import type { EventId, UserId } from "../../../kernel/ids.ts";
import type { Relationships } from "../../../platform/authz/authorizer.ts";
import type { EventBus, PublishedEvent } from "../../../platform/outbox/event-bus.ts";
import type { Database, Transaction } from "../../../platform/postgres/database.ts";
import type { Append, Streams } from "../../../platform/stream/streams.ts";
import type { UserSchema } from "./schema.ts";

/** What groups and circles are written with. */
export interface RecordingDeps {
  readonly database: Database<UserSchema>;
  readonly streams: Streams;
  readonly bus: EventBus;
  readonly relationships: Relationships;
  /** Tells the devices of a person to read their circle again. */
  readonly circleChanged: (userId: UserId, at: Date) => Append;
}

/** Tells each of these people's devices, and the other contexts. */
export async function tell(
  tx: Transaction<UserSchema>,
  { streams, bus, circleChanged }: RecordingDeps,
  { people, at, published }: { people: Iterable<UserId>; at: Date; published: readonly PublishedEvent[] },
): Promise<readonly EventId[]> {
  const entries = [...new Set(people)].map((userId) => circleChanged(userId, at));
  if (entries.length > 0) await streams.append(tx, entries);
  return published.length > 0 ? bus.dispatch(tx, published) : [];
}
