import { parseId } from "../../../kernel/ids.ts";
import { archiveChannel } from "../application/archive-channel.ts";
import { browseChannels } from "../application/browse-channels.ts";
import { createChannel } from "../application/create-channel.ts";
import { openDirect } from "../application/open-direct.ts";
import { setChannelGroups } from "../application/set-channel-groups.ts";
import { setDefaultChannel } from "../application/set-default-channel.ts";
import { rightToUpdate, updateChannel } from "../application/update-channel.ts";
import { viewChannel } from "../application/view-channel.ts";
import { type ChannelServiceDeps, enterChannel, type Service } from "./entrance.ts";
import { kindFromProto } from "./from-proto.ts";
import { channelToken, parseChannelToken } from "./page-token.ts";
import { channelToProto, membershipToProto, myChannelToProto } from "./to-proto.ts";

type ChannelMethods = Pick<
  Service,
  | "createChannel"
  | "openDirect"
  | "getChannel"
  | "listChannels"
  | "updateChannel"
  | "archiveChannel"
  | "unarchiveChannel"
  | "setDefaultChannel"
  | "setChannelGroups"
>;

const PAGE = 100;

/** The methods about channels as such. */
export function channelMethods(deps: ChannelServiceDeps): ChannelMethods {
  const { gate } = deps;
  return {
    async createChannel({ kind, name, topic, description }, context) {
      const actor = await gate.org(context, "create_channel");
      const command = { kind: kindFromProto(kind), name, topic, description };
      return myChannelToProto(await createChannel(deps, actor, command));
    },
    async openDirect({ userIds }, context) {
      const actor = await gate.self(context);
      const others = userIds.map((id) => parseId("usr", id));
      return myChannelToProto(await openDirect(deps, actor, { others }));
    },
    async getChannel(request, context) {
      const { actor, channelId } = await enterChannel(deps, context, "view", request);
      const { channel, membership } = await viewChannel(deps, actor, channelId);
      return {
        channel: channelToProto(channel),
        ...(membership && { membership: membershipToProto(membership) }),
      };
    },
    async listChannels({ query, includeArchived, pageSize = PAGE, pageToken }, context) {
      const actor = await gate.org(context, "browse");
      const after = parseChannelToken(pageToken);
      const page = await browseChannels(deps, actor, { query, includeArchived, pageSize, after });
      return { channels: page.channels.map(channelToProto), nextPageToken: channelToken(page.next) };
    },
    async updateChannel({ name, topic, description, ...request }, context) {
      const wish = { name, topic, description };
      const { actor, channelId } = await enterChannel(deps, context, rightToUpdate(wish), request);
      return { channel: channelToProto(await updateChannel(deps, actor, { channelId, ...wish })) };
    },
    async archiveChannel(request, context) {
      const { actor, channelId } = await enterChannel(deps, context, "manage_channel", request);
      await archiveChannel(deps, actor, { channelId, archived: true });
      return {};
    },
    async setChannelGroups({ groupIds, ...request }, context) {
      const { actor, channelId } = await enterChannel(deps, context, "manage_channel", request);
      const command = { channelId, groupIds: groupIds.map((id) => parseId("grp", id)) };
      return { channel: channelToProto(await setChannelGroups(deps, actor, command)) };
    },
    async unarchiveChannel(request, context) {
      const { actor, channelId } = await enterChannel(deps, context, "manage_channel", request);
      await archiveChannel(deps, actor, { channelId, archived: false });
      return {};
    },
    async setDefaultChannel({ isDefault, ...request }, context) {
      const { actor, channelId } = await enterChannel(deps, context, "view", request);
      await gate.org(context, "manage");
      return { channel: channelToProto(await setDefaultChannel(deps, actor, { channelId, isDefault })) };
    },
  };
}
