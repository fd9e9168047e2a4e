import type { Relationships } from "../../../platform/authz/authorizer.ts";
import type { EventBus, PublishedEvent } from "../../../platform/outbox/event-bus.ts";
import type { Transaction } from "../../../platform/postgres/database.ts";
import type { Append, Streams } from "../../../platform/stream/streams.ts";
import type { Cause } from "../domain/channel.ts";
import { type ChannelEvent, findChannelThatLostRights } from "../domain/events.ts";
import { rightsChangedBy } from "./rights.ts";
import type { ChannelSchema } from "./schema.ts";
import { writeRows } from "./write-rows.ts";

export type Recorder = (
  tx: Transaction<ChannelSchema>,
  events: readonly ChannelEvent[],
  cause: Cause,
) => Promise<void>;

/** How events look outside: as entries of streams, and in the published language. */
export interface EventEncoding {
  entries(event: ChannelEvent, cause: Cause): readonly Append[];
  published(event: ChannelEvent): readonly PublishedEvent[];
}

export interface RecorderDeps {
  readonly streams: Streams;
  readonly relationships: Relationships;
  readonly bus: EventBus;
  readonly encoding: EventEncoding;
}

/**
 * Writes one set of events into all that must agree about it. One append for all streams keeps the lock
 * order; the fence comes after it and in the same transaction, so that there is no moment in which a
 * right is lost and a permit of before still counts.
 */
export function createRecorder({ streams, relationships, bus, encoding }: RecorderDeps): Recorder {
  return async (tx, events, cause) => {
    if (events.length === 0) return;
    for (const event of events) await writeRows(tx.sql, event);
    await streams.append(
      tx,
      events.flatMap((event) => encoding.entries(event, cause)),
    );
    for (const channelId of new Set(events.map(findChannelThatLostRights))) {
      if (channelId !== undefined) await streams.fence(tx, channelId);
    }
    const rights = events.map(rightsChangedBy);
    await relationships.write(tx, {
      touch: rights.flatMap((change) => change.touch),
      remove: rights.flatMap((change) => change.remove),
      by: cause.by,
    });
    await bus.dispatch(
      tx,
      events.flatMap((event) => encoding.published(event)),
    );
  };
}
