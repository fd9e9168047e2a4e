import {
  AccountDeactivatedSchema,
  AccountReactivatedSchema,
  RoleChangedSchema,
} from "../../../../gen/chatter/auth/events/v1/events_pb.js";
import { Role } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { parseId } from "../../../kernel/ids.ts";
import type { Subscription } from "../../../platform/outbox/event-bus.ts";
import { subscribe } from "../../../platform/rpc/events.ts";
import { learnStanding } from "../application/learn-standing.ts";
import type { UserPorts } from "../application/ports.ts";

export function userSubscriptions(deps: Pick<UserPorts, "store">): readonly Subscription[] {
  const learn = (id: string, about: "guest" | "deactivated", holds: boolean, since: Date) =>
    learnStanding(deps, { userId: parseId("usr", id), about, fact: { holds, since } });
  return [
    subscribe(RoleChangedSchema, "user.learn-role", ({ userId, role }, { occurredAt }) =>
      learn(userId, "guest", role === Role.GUEST, occurredAt),
    ),
    subscribe(AccountDeactivatedSchema, "user.learn-deactivation", ({ userId }, { occurredAt }) =>
      learn(userId, "deactivated", true, occurredAt),
    ),
    subscribe(AccountReactivatedSchema, "user.learn-reactivation", ({ userId }, { occurredAt }) =>
      learn(userId, "deactivated", false, occurredAt),
    ),
  ];
}
