import { UserJoinedSchema } from "../../../../gen/chatter/user/events/v1/events_pb.js";
import { parseId } from "../../../kernel/ids.ts";
import type { Subscription } from "../../../platform/outbox/event-bus.ts";
import { subscribe } from "../../../platform/rpc/events.ts";
import { type WelcomeNewcomerDeps, welcomeNewcomer } from "../application/welcome-newcomer.ts";

export function channelSubscriptions(deps: WelcomeNewcomerDeps): readonly Subscription[] {
  return [
    subscribe(UserJoinedSchema, "channel.join-default-channels", ({ userId, orgId, guest, founder }) =>
      welcomeNewcomer(deps, { userId: parseId("usr", userId), orgId: parseId("org", orgId), guest, founder }),
    ),
  ];
}
