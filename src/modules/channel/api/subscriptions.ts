import {
  BlocksChangedSchema,
  GroupDeletedSchema,
  GroupMembersRemovedSchema,
} from "../../../../gen/chatter/user/events/v1/events_pb.js";
import { parseId } from "../../../kernel/ids.ts";
import type { Subscription } from "../../../platform/outbox/event-bus.ts";
import { subscribe } from "../../../platform/rpc/events.ts";
import { type FollowBlocksDeps, followBlocks } from "../application/follow-blocks.ts";
import { type FollowGroupsDeps, followDeletion, followRemovals } from "../application/follow-groups.ts";

export function channelSubscriptions(deps: FollowBlocksDeps & FollowGroupsDeps): readonly Subscription[] {
  return [
    subscribe(BlocksChangedSchema, "channel.follow-blocks", ({ userId, otherId }) =>
      followBlocks(deps, parseId("usr", userId), parseId("usr", otherId)),
    ),
    subscribe(GroupMembersRemovedSchema, "channel.follow-removals", ({ groupId, userIds }) =>
      followRemovals(
        deps,
        parseId("grp", groupId),
        userIds.map((id) => parseId("usr", id)),
      ),
    ),
    subscribe(GroupDeletedSchema, "channel.follow-deletion", ({ groupId }) =>
      followDeletion(deps, parseId("grp", groupId)),
    ),
  ];
}
