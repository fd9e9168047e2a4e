import {
  create,
  type DescMessage,
  fromJson,
  type JsonValue,
  type MessageInitShape,
  type MessageShape,
  toJson,
} from "@bufbuild/protobuf";
import type { DeliveredEvent, PublishedEvent, Subscription } from "../outbox/event-bus.ts";

/** An event of the published language, ready for the bus. */
export function publish<Event extends DescMessage>(
  schema: Event,
  init: MessageInitShape<Event>,
): PublishedEvent {
  return { type: schema.typeName, payload: toJson(schema, create(schema, init)) };
}

/** A consumer of one type of event; `handle` gets the message, and beside it when and as what it was told. */
export function subscribe<Event extends DescMessage>(
  schema: Event,
  subscriber: string,
  handle: (message: MessageShape<Event>, event: DeliveredEvent) => Promise<void>,
): Subscription {
  return {
    subscriber,
    type: schema.typeName,
    // A newer producer may know fields that this consumer does not: the language grows by addition.
    handle: (event) =>
      handle(fromJson(schema, event.payload as JsonValue, { ignoreUnknownFields: true }), event),
  };
}
