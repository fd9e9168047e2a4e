import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import {
  DeliverySchema,
  DeliveryStatus,
  EventFieldSchema,
  InspectEventResponseSchema,
  InterventionAct,
  InterventionSchema,
  ParkedEventSchema,
} from "../../../../gen/chatter/admin/v1/admin_pb.js";
import type {
  DeliveryState,
  EventState,
  Intervention,
  ParkedDelivery,
} from "../../../platform/outbox/operation.ts";
import { type EventField, fieldsOf } from "../domain/event-fields.ts";

const statuses: Readonly<Record<DeliveryState["status"], DeliveryStatus>> = {
  pending: DeliveryStatus.PENDING,
  done: DeliveryStatus.DONE,
  parked: DeliveryStatus.PARKED,
};

const acts: Readonly<Record<Intervention["act"], InterventionAct>> = {
  retried: InterventionAct.RETRIED,
  parked: InterventionAct.PARKED,
  replayed: InterventionAct.REPLAYED,
};

export function parkedToProto(parked: ParkedDelivery) {
  return create(ParkedEventSchema, {
    eventId: parked.eventId,
    type: parked.type,
    occurredAt: timestampFromDate(parked.occurredAt),
    delivery: deliveryToProto(parked),
  });
}

export function eventToProto({ id, type, occurredAt, causedBy, payload, deliveries }: EventState) {
  return create(InspectEventResponseSchema, {
    eventId: id,
    type,
    occurredAt: timestampFromDate(occurredAt),
    causedBy: causedBy ?? "",
    fields: fieldsOf(payload).map(fieldToProto),
    deliveries: deliveries.map(deliveryToProto),
  });
}

export function interventionToProto({ act, at, by, event, subscriber, deliveries }: Intervention) {
  return create(InterventionSchema, {
    act: acts[act],
    at: timestampFromDate(at),
    by: by ?? "",
    eventId: event ?? "",
    consumer: subscriber ?? "",
    deliveries,
  });
}

function deliveryToProto({ subscriber, status, attempts, dueAt, lastError, finishedAt }: DeliveryState) {
  return create(DeliverySchema, {
    consumer: subscriber,
    status: statuses[status],
    attempts,
    ...(status === "pending" && { dueAt: timestampFromDate(dueAt) }),
    error: lastError ?? "",
    ...(finishedAt && { finishedAt: timestampFromDate(finishedAt) }),
  });
}

function fieldToProto({ path, value }: EventField) {
  return create(
    EventFieldSchema,
    "text" in value ? { path, value: value.text } : { path, withheld: value.withheld },
  );
}
