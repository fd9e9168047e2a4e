import type { HandlerContext, ServiceImpl } from "@connectrpc/connect";
import type { ChannelService } from "../../../../gen/chatter/channel/v1/channel_pb.js";
import type { Actor } from "../../../kernel/actor.ts";
import { type ChannelId, parseId } from "../../../kernel/ids.ts";
import { channelResource, type Permissions } from "../../../platform/authz/authorizer.ts";
import type { Gate } from "../../../platform/rpc/gate.ts";
import type { MarkReadDeps } from "../application/mark-read.ts";
import type { OpenDirectDeps } from "../application/open-direct.ts";
import type { Groups } from "../application/ports.ts";

export type Service = ServiceImpl<typeof ChannelService>;

export interface ChannelServiceDeps extends OpenDirectDeps, MarkReadDeps {
  readonly gate: Gate;
  readonly groups: Groups;
}

/** Passes the gate of the channel that a request names. */
export async function enterChannel(
  { gate }: ChannelServiceDeps,
  context: HandlerContext,
  permission: Permissions["channel"],
  request: { readonly channelId: string },
): Promise<{ readonly actor: Actor; readonly channelId: ChannelId }> {
  const channelId = parseId("chn", request.channelId);
  return { actor: await gate(context, permission, channelResource(channelId)), channelId };
}
