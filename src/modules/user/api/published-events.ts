import {
  BlocksChangedSchema,
  ExportRequestedSchema,
  GroupDeletedSchema,
  GroupMembersRemovedSchema,
  OrgRenamedSchema,
  ProfileChangedSchema,
  UserJoinedSchema,
} from "../../../../gen/chatter/user/events/v1/events_pb.js";
import { unreachable } from "../../../kernel/errors.ts";
import type { PublishedEvent } from "../../../platform/outbox/event-bus.ts";
import { publish } from "../../../platform/rpc/events.ts";
import type { CircleChange } from "../domain/circle.ts";
import type { UserEvent } from "../domain/events.ts";
import type { OrgExport } from "../domain/export.ts";
import type { GroupEvent } from "../domain/group.ts";
import { orgToProto, userToProto } from "./to-proto.ts";

export function exportRequested({ id: exportId, orgId, scope, askedBy }: OrgExport): PublishedEvent {
  return publish(ExportRequestedSchema, { exportId, orgId, askedBy, everything: scope === "everything" });
}

export function publishedByGroup(event: GroupEvent): readonly PublishedEvent[] {
  if (event.type === "members_removed") {
    const { groupId, userIds } = event;
    return [publish(GroupMembersRemovedSchema, { groupId, userIds: [...userIds] })];
  }
  return event.type === "group_deleted" ? [publish(GroupDeletedSchema, { groupId: event.groupId })] : [];
}

export function publishedByCircle(change: CircleChange): readonly PublishedEvent[] {
  if (change.type !== "blocked" && change.type !== "unblocked") return [];
  return [publish(BlocksChangedSchema, { userId: change.by, otherId: change.other })];
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
