import { AccountDeletedSchema } from "../../../../gen/chatter/auth/events/v1/events_pb.js";
import { AttachmentsReleasedSchema } from "../../../../gen/chatter/message/events/v1/events_pb.js";
import { parseId } from "../../../kernel/ids.ts";
import type { Subscription } from "../../../platform/outbox/event-bus.ts";
import { subscribe } from "../../../platform/rpc/events.ts";
import { forgetOwner } from "../application/forget-owner.ts";
import type { FileStore, Staging } from "../application/ports.ts";
import { removeWithMessage } from "../application/release-files.ts";

export function fileSubscriptions(deps: {
  readonly store: FileStore;
  readonly staging: Staging;
}): readonly Subscription[] {
  return [
    subscribe(AttachmentsReleasedSchema, "file.remove-with-message", ({ messageId }) =>
      removeWithMessage(deps.store, parseId("msg", messageId)),
    ),
    subscribe(AccountDeletedSchema, "file.forget-owner", ({ userId }) =>
      forgetOwner(deps, parseId("usr", userId)),
    ),
  ];
}
