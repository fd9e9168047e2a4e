import type { EventId } from "../../kernel/ids.ts";
import type { OpenTransaction } from "../postgres/database.ts";

/** An event of the published language: the full name of its protobuf message and its protobuf JSON. */
export interface PublishedEvent {
  readonly type: string;
  readonly payload: unknown;
}

export interface DeliveredEvent extends PublishedEvent {
  readonly id: EventId;
  readonly occurredAt: Date;
}

/** One consumer of one type of event. Its name is its identity: renaming it makes a new consumer. */
export interface Subscription {
  /** Context and verb, such as notification.show-newcomer. */
  readonly subscriber: string;
  readonly type: string;
  /** How many a process handles at once. With 1, the default, in the order of writing as far as possible. */
  readonly concurrency?: number;
  /** Called at least once an event, so it must be idempotent. A failure is retried, then parked. */
  handle(event: DeliveredEvent): Promise<void>;
}

/**
 * Events are persisted before they are dispatched: `dispatch` writes them in the caller's transaction,
 * and delivery begins after its commit. What a crash interrupts is delivered by whoever runs next.
 */
export interface EventBus {
  register(subscription: Subscription): void;
  dispatch(tx: OpenTransaction, events: readonly PublishedEvent[]): Promise<readonly EventId[]>;
  /**
   * Waits until each consumer of these events and of the events they caused has completed or failed
   * once; false if that took longer than the limit. For a caller who must see the effects.
   */
  settled(events: readonly EventId[], limitMs: number): Promise<boolean>;
}
