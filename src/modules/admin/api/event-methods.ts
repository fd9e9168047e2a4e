import { parseId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import type { AdminServiceDeps, Service } from "./entrance.ts";
import { eventToProto, interventionToProto, parkedToProto } from "./event-to-proto.ts";
import { interventionToken, parkedToken, parseInterventionToken, parseParkedToken } from "./page-token.ts";

type EventMethods = Pick<Service, "listParkedEvents" | "inspectEvent" | "retryEvents" | "listInterventions">;

const PAGE = 50;

/** The methods about events that could not be handled. */
export function eventMethods({ gate, operation }: AdminServiceDeps): EventMethods {
  return {
    async listParkedEvents({ pageSize = PAGE, pageToken }, context) {
      await gate.org(context, "manage");
      const found = await operation.listParked(pageSize + 1, parseParkedToken(pageToken));
      const page = found.slice(0, pageSize);
      const next = found.length > pageSize ? page.at(-1) : undefined;
      return { events: page.map(parkedToProto), nextPageToken: parkedToken(next) };
    },
    async inspectEvent({ eventId }, context) {
      await gate.org(context, "manage");
      const event = await operation.find(parseId("evt", eventId));
      if (event === undefined) throw refuse("EVENT_NOT_FOUND");
      return eventToProto(event);
    },
    async retryEvents({ eventId, consumer }, context) {
      const { userId } = await gate.org(context, "manage");
      const event = eventId === "" ? undefined : parseId("evt", eventId);
      return { deliveries: await operation.retry({ event, subscriber: consumer || undefined }, userId) };
    },
    async listInterventions({ pageSize = PAGE, pageToken }, context) {
      await gate.org(context, "manage");
      const found = await operation.listInterventions(pageSize + 1, parseInterventionToken(pageToken));
      const page = found.slice(0, pageSize);
      const next = found.length > pageSize ? page.at(-1)?.id : undefined;
      return { interventions: page.map(interventionToProto), nextPageToken: interventionToken(next) };
    },
  };
}
