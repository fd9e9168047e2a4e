import { parseId } from "../../../kernel/ids.ts";
import { addMembers } from "../application/add-members.ts";
import { joinChannel } from "../application/join-channel.ts";
import { leaveChannel } from "../application/leave-channel.ts";
import { listMembers } from "../application/list-members.ts";
import { removeMember } from "../application/remove-member.ts";
import { setMemberRole } from "../application/set-member-role.ts";
import { type ChannelServiceDeps, enterChannel, type Service } from "./entrance.ts";
import { roleFromProto } from "./from-proto.ts";
import { parseMemberToken } from "./page-token.ts";
import { memberToProto, myChannelToProto } from "./to-proto.ts";

type MemberMethods = Pick<
  Service,
  "joinChannel" | "leaveChannel" | "addMembers" | "removeMember" | "setMemberRole" | "listMembers"
>;

const PAGE = 100;

/** The methods about who is in a channel. */
export function memberMethods(deps: ChannelServiceDeps): MemberMethods {
  return {
    async joinChannel(request, context) {
      const { actor, channelId } = await enterChannel(deps, context, "join", request);
      return myChannelToProto(await joinChannel(deps, actor, { channelId }));
    },
    async leaveChannel(request, context) {
      const { actor, channelId } = await enterChannel(deps, context, "view", request);
      await leaveChannel(deps, actor, { channelId });
      return {};
    },
    async addMembers(request, context) {
      const { actor, channelId } = await enterChannel(deps, context, "add_member", request);
      await addMembers(deps, actor, { channelId, userIds: request.userIds.map((id) => parseId("usr", id)) });
      return {};
    },
    async removeMember(request, context) {
      const { actor, channelId } = await enterChannel(deps, context, "manage_channel", request);
      await removeMember(deps, actor, { channelId, userId: parseId("usr", request.userId) });
      return {};
    },
    async setMemberRole(request, context) {
      const { actor, channelId } = await enterChannel(deps, context, "manage_channel", request);
      const userId = parseId("usr", request.userId);
      await setMemberRole(deps, actor, { channelId, userId, role: roleFromProto(request.role) });
      return {};
    },
    async listMembers({ pageSize = PAGE, pageToken, ...request }, context) {
      const { channelId } = await enterChannel(deps, context, "view", request);
      const after = parseMemberToken(pageToken);
      const { members, next } = await listMembers(deps, { channelId, pageSize, after });
      return { members: members.map(memberToProto), nextPageToken: next ?? "" };
    },
  };
}
