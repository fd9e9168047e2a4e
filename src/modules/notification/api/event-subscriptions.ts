import { create, toBinary } from "@bufbuild/protobuf";
import {
  AccountDeactivatedSchema,
  AccountDeletedSchema,
  RoleChangedSchema,
  SessionsEndedSchema,
} from "../../../../gen/chatter/auth/events/v1/events_pb.js";
import {
  OrgRenamedSchema,
  ProfileChangedSchema,
  UserJoinedSchema,
} from "../../../../gen/chatter/user/events/v1/events_pb.js";
import { type User, UserSchema } from "../../../../gen/chatter/user/v1/user_pb.js";
import { parseId } from "../../../kernel/ids.ts";
import type { Subscription } from "../../../platform/outbox/event-bus.ts";
import { subscribe } from "../../../platform/rpc/events.ts";
import type { Profiles, SignalBus } from "../application/ports.ts";

/** One server of several handles an event; it tells all of them by a signal. */
export function eventSubscriptions(bus: SignalBus, profiles: Profiles): readonly Subscription[] {
  return [
    subscribe(SessionsEndedSchema, "notification.close-connections", async ({ userId, sessionIds }) =>
      bus.publish({ kind: "credentials_ended", userId: parseId("usr", userId), ids: sessionIds }),
    ),
    subscribe(AccountDeactivatedSchema, "notification.close-all-connections", async ({ userId }) =>
      bus.publish({ kind: "credentials_ended", userId: parseId("usr", userId), ids: undefined }),
    ),
    subscribe(AccountDeletedSchema, "notification.close-connections-of-deleted", async ({ userId }) =>
      bus.publish({ kind: "credentials_ended", userId: parseId("usr", userId), ids: undefined }),
    ),
    subscribe(RoleChangedSchema, "notification.review-rights", async ({ userId }) =>
      bus.publish({ kind: "rights_changed", userId: parseId("usr", userId) }),
    ),
    subscribe(ProfileChangedSchema, "notification.show-profile", async ({ user }) => {
      if (user !== undefined) show(bus, user);
    }),
    subscribe(OrgRenamedSchema, "notification.show-org", async ({ org }) => {
      if (org !== undefined) bus.publish({ kind: "org", orgId: parseId("org", org.id), name: org.name });
    }),
    subscribe(UserJoinedSchema, "notification.show-newcomer", async ({ userId }) => {
      const found = await profiles.findUsers([parseId("usr", userId)]);
      for (const { id, handle, name, guest } of found)
        show(bus, create(UserSchema, { id, handle, name, guest }));
    }),
  ];
}

function show(bus: SignalBus, user: User): void {
  bus.publish({ kind: "profile", userId: parseId("usr", user.id), user: toBinary(UserSchema, user) });
}
