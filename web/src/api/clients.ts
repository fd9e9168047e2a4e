import { type Client, createClient, type Transport } from "@connectrpc/connect";
import { AuthService } from "../../../gen/chatter/auth/v1/auth_pb.js";
import { ChannelService } from "../../../gen/chatter/channel/v1/channel_pb.js";
import { MessageService } from "../../../gen/chatter/message/v1/message_pb.js";
import { RealtimeService } from "../../../gen/chatter/notification/v1/realtime_pb.js";
import { UserService } from "../../../gen/chatter/user/v1/user_pb.js";

/** Every service of the server, typed. */
export interface Api {
  readonly auth: Client<typeof AuthService>;
  readonly users: Client<typeof UserService>;
  readonly channels: Client<typeof ChannelService>;
  readonly messages: Client<typeof MessageService>;
  readonly realtime: Client<typeof RealtimeService>;
}

export function createApi(transport: Transport): Api {
  return {
    auth: createClient(AuthService, transport),
    users: createClient(UserService, transport),
    channels: createClient(ChannelService, transport),
    messages: createClient(MessageService, transport),
    realtime: createClient(RealtimeService, transport),
  };
}
