import { MethodOptions_IdempotencyLevel } from "@bufbuild/protobuf/wkt";
import { type Client, createClient, type Interceptor, type Transport } from "@connectrpc/connect";
import { createConnectTransport } from "@connectrpc/connect-web";
import { AuthService } from "../../../gen/chatter/auth/v1/auth_pb.js";
import { ChannelService } from "../../../gen/chatter/channel/v1/channel_pb.js";
import { MessageService } from "../../../gen/chatter/message/v1/message_pb.js";
import { RealtimeService } from "../../../gen/chatter/notification/v1/realtime_pb.js";
import { UserService } from "../../../gen/chatter/user/v1/user_pb.js";
import { newId } from "./new-id.ts";

/** Every service of the server that the client calls. */
export interface Clients {
  readonly auth: Client<typeof AuthService>;
  readonly channel: Client<typeof ChannelService>;
  readonly message: Client<typeof MessageService>;
  readonly realtime: Client<typeof RealtimeService>;
  readonly user: Client<typeof UserService>;
}

/** Names each call that changes something, so that the server does it once even if it is sent twice. */
const nameCalls: Interceptor = (next) => (request) => {
  const { idempotency } = request.method;
  if (idempotency !== MethodOptions_IdempotencyLevel.NO_SIDE_EFFECTS) {
    request.header.set("Idempotency-Key", newId());
  }
  return next(request);
};

/** The transport of the browser: the server that the page came from, whose cookie signs the calls. */
export function createBrowserTransport(baseUrl = "/", fetch?: typeof globalThis.fetch): Transport {
  return createConnectTransport({
    baseUrl,
    useBinaryFormat: true,
    interceptors: [nameCalls],
    ...(fetch === undefined ? {} : { fetch }),
  });
}

export function createClients(transport: Transport): Clients {
  return {
    auth: createClient(AuthService, transport),
    channel: createClient(ChannelService, transport),
    message: createClient(MessageService, transport),
    realtime: createClient(RealtimeService, transport),
    user: createClient(UserService, transport),
  };
}
