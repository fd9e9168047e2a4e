import type { ConnectRouter } from "@connectrpc/connect";
import { ChannelService } from "../../../../gen/chatter/channel/v1/channel_pb.js";
import { bookmarkMethods } from "./bookmark-methods.ts";
import { channelMethods } from "./channel-methods.ts";
import type { ChannelServiceDeps, Service } from "./entrance.ts";
import { memberMethods } from "./member-methods.ts";
import { membershipMethods } from "./membership-methods.ts";

/** Serves ChannelService. */
export function channelRoutes(deps: ChannelServiceDeps): (router: ConnectRouter) => void {
  const service: Service = {
    ...channelMethods(deps),
    ...bookmarkMethods(deps),
    ...memberMethods(deps),
    ...membershipMethods(deps),
  };
  return (router) => router.service(ChannelService, service);
}
