import { parseId } from "../../../kernel/ids.ts";
import { markRead } from "../application/mark-read.ts";
import { markUnread } from "../application/mark-unread.ts";
import { placeChannels } from "../application/place-channels.ts";
import { updateMembership } from "../application/update-membership.ts";
import { type ChannelServiceDeps, enterChannel, type Service } from "./entrance.ts";
import { levelFromProto } from "./from-proto.ts";
import { membershipToProto, myChannelToProto } from "./to-proto.ts";

type MembershipMethods = Pick<
  Service,
  "listMyChannels" | "updateMembership" | "placeChannels" | "markRead" | "markUnread"
>;

/** The methods about what the caller keeps about their channels. */
export function membershipMethods(deps: ChannelServiceDeps): MembershipMethods {
  return {
    async listMyChannels(_request, context) {
      const actor = await deps.gate.self(context);
      return { channels: (await deps.reader.listOf(actor.userId)).map(myChannelToProto) };
    },
    async updateMembership(request, context) {
      const { actor, channelId } = await enterChannel(deps, context, "read", request);
      const { notificationLevel: level, starred, position } = request;
      const membership = await updateMembership(deps, actor, {
        channelId,
        ...(level !== undefined && { notificationLevel: levelFromProto(level) }),
        ...(starred !== undefined && { starred }),
        ...(position !== undefined && { position }),
      });
      return { membership: membershipToProto(membership) };
    },
    async placeChannels({ places }, context) {
      const actor = await deps.gate.self(context);
      const wished = new Map(places.map((place) => [parseId("chn", place.channelId), place.position]));
      const memberships = await placeChannels(deps, actor, wished);
      return { memberships: memberships.map(membershipToProto) };
    },
    async markRead(request, context) {
      const { actor, channelId } = await enterChannel(deps, context, "read", request);
      const membership = await markRead(deps, actor, { channelId, seq: request.seq });
      return { membership: membershipToProto(membership) };
    },
    async markUnread(request, context) {
      const { actor, channelId } = await enterChannel(deps, context, "read", request);
      const membership = await markUnread(deps, actor, { channelId, seq: request.seq });
      return { membership: membershipToProto(membership) };
    },
  };
}
