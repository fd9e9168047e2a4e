import { AttachmentsReleasedSchema } from "../../../../gen/chatter/message/events/v1/events_pb.js";
import type { EventBus } from "../../../platform/outbox/event-bus.ts";
import { publish } from "../../../platform/rpc/events.ts";
import type { TellReleased } from "../infrastructure/write-change.ts";

/** In the transaction that deletes the message, so that nobody keeps seeing its files. */
export function tellReleasedOn(bus: Pick<EventBus, "dispatch">): TellReleased {
  return async (tx, { id, channelId, attachments }) => {
    const fileIds = attachments.map(({ fileId }) => fileId);
    await bus.dispatch(tx, [publish(AttachmentsReleasedSchema, { messageId: id, channelId, fileIds })]);
  };
}
