import {
  AccountDeactivatedSchema,
  AccountDeletedSchema,
  SessionsEndedSchema,
} from "../../../../../gen/chatter/auth/events/v1/events_pb.js";
import { parseId } from "../../../../kernel/ids.ts";
import type { Subscription } from "../../../../platform/outbox/event-bus.ts";
import { subscribe } from "../../../../platform/rpc/events.ts";
import type { PushDevices } from "../../application/push/ports.ts";

/** Where somebody is not signed in any more, nothing is shown to whoever sits there. */
export function pushSubscriptions(devices: PushDevices): readonly Subscription[] {
  return [
    subscribe(SessionsEndedSchema, "notification.forget-push-devices", ({ userId, sessionIds }) =>
      devices.removeOf(
        parseId("usr", userId),
        sessionIds.map((id) => parseId("ses", id)),
      ),
    ),
    subscribe(AccountDeactivatedSchema, "notification.forget-push-devices-of-all", ({ userId }) =>
      devices.removeOf(parseId("usr", userId)),
    ),
    subscribe(AccountDeletedSchema, "notification.forget-push-devices-of-deleted", ({ userId }) =>
      devices.removeOf(parseId("usr", userId)),
    ),
  ];
}
