import {
  ExportRequestedSchema,
  OrgRenamedSchema,
  ProfileChangedSchema,
  UserJoinedSchema,
} from "../../../../gen/chatter/user/events/v1/events_pb.js";
import { unreachable } from "../../../kernel/errors.ts";
import type { PublishedEvent } from "../../../platform/outbox/event-bus.ts";
import { publish } from "../../../platform/rpc/events.ts";
import type { UserEvent } from "../domain/events.ts";
import type { OrgExport } from "../domain/export.ts";
import { orgToProto, userToProto } from "./to-proto.ts";

export function exportRequested({ id: exportId, orgId, scope, askedBy }: OrgExport): PublishedEvent {
  return publish(ExportRequestedSchema, { exportId, orgId, askedBy, everything: scope === "everything" });
}

/** What the other contexts are told of an event. */
export function publishedBy(event: UserEvent): readonly PublishedEvent[] {
  switch (event.type) {
    case "user_joined": {
      const { user, founder } = event;
      const { id: userId, orgId, guest } = user;
      return [publish(UserJoinedSchema, { userId, orgId, guest: guest.holds, founder })];
    }
    case "profile_changed":
      return [publish(ProfileChangedSchema, { user: userToProto(event.user) })];
    case "org_renamed":
      return [publish(OrgRenamedSchema, { org: orgToProto(event.org) })];
    case "preferences_changed":
      return [];
    default:
      return unreachable(event);
  }
}
