import { timestampDate } from "@bufbuild/protobuf/wkt";
import {
  AccountDeactivatedSchema,
  AccountDeletedSchema,
  SessionsEndedSchema,
} from "../../../../../gen/chatter/auth/events/v1/events_pb.js";
import {
  NotificationsRaised_Push,
  type NotificationsRaised_Raised,
  NotificationsRaisedSchema,
} from "../../../../../gen/chatter/notification/events/v1/events_pb.js";
import { parseId } from "../../../../kernel/ids.ts";
import type { Subscription } from "../../../../platform/outbox/event-bus.ts";
import { subscribe } from "../../../../platform/rpc/events.ts";
import type { Deliveries, WantedDelivery } from "../../application/push/delivery-ports.ts";
import type { PushDevices } from "../../application/push/ports.ts";
import { dueAt } from "../../domain/push/delivery.ts";

/**
 * Devices are told of what is raised for their people. Where somebody is not signed in any more, nothing is shown to
 * whoever sits there.
 */
export function pushSubscriptions(
  devices: PushDevices,
  deliveries: Pick<Deliveries, "plan">,
): readonly Subscription[] {
  return [
    subscribe(NotificationsRaisedSchema, "notification.plan-deliveries", ({ notifications }) =>
      deliveries.plan(notifications.flatMap(wantedOf)),
    ),
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

function wantedOf(raised: NotificationsRaised_Raised): readonly WantedDelivery[] {
  const { raisedAt, push } = raised;
  if (raisedAt === undefined || !isWanted(push)) return [];
  const how = push === NotificationsRaised_Push.AT_ONCE ? "at_once" : "if_unread";
  const [notificationId, userId] = [parseId("ntf", raised.notificationId), parseId("usr", raised.userId)];
  return [{ notificationId, userId, dueAt: dueAt(how, timestampDate(raisedAt)) }];
}

const isWanted = (push: NotificationsRaised_Push): boolean =>
  push === NotificationsRaised_Push.AT_ONCE || push === NotificationsRaised_Push.IF_UNREAD;
