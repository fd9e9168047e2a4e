import type { Transport } from "@connectrpc/connect";
import { AuthService } from "../../../gen/chatter/auth/v1/auth_pb.js";
import { ChannelService } from "../../../gen/chatter/channel/v1/channel_pb.js";
import { MessageService } from "../../../gen/chatter/message/v1/message_pb.js";
import { RealtimeService } from "../../../gen/chatter/notification/v1/realtime_pb.js";
import { UserService } from "../../../gen/chatter/user/v1/user_pb.js";
import { createUnaryClient, type UnaryClient } from "./unary-client.ts";

/** Every service of the server, typed. */
export interface Api {
  readonly auth: UnaryClient<typeof AuthService>;
  readonly users: UnaryClient<typeof UserService>;
  readonly channels: UnaryClient<typeof ChannelService>;
  readonly messages: UnaryClient<typeof MessageService>;
  readonly realtime: UnaryClient<typeof RealtimeService>;
}

export function createApi(transport: Transport): Api {
  return {
    auth: createUnaryClient(AuthService, transport),
    users: createUnaryClient(UserService, transport),
    channels: createUnaryClient(ChannelService, transport),
    messages: createUnaryClient(MessageService, transport),
    realtime: createUnaryClient(RealtimeService, transport),
  };
}
