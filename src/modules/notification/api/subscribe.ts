import type { HandlerContext } from "@connectrpc/connect";
import type { ServerFrame, SubscribeRequest } from "../../../../gen/chatter/notification/v1/realtime_pb.js";
import type { Actor } from "../../../kernel/actor.ts";
import { type Ids, isId } from "../../../kernel/ids.ts";
import { type Credentials, credentialsOf } from "../../../platform/http/credentials.ts";
import type { Gate } from "../../../platform/rpc/gate.ts";
import { requestInfo } from "../../../platform/rpc/request.ts";
import type { Gateway } from "../application/gateway.ts";
import { cursorsOf } from "./client-frames.ts";
import { FrameQueue } from "./frame-queue.ts";
import { frameToProto } from "./frames.ts";

export interface SubscribeDeps {
  readonly gate: Gate;
  readonly gateway: Gateway;
  readonly ids: Ids;
  readonly authenticate: (credentials: Credentials) => Promise<Actor | undefined>;
}

/** The frames of a connection as a stream of messages, for programs. */
export async function* subscribe(
  deps: SubscribeDeps,
  request: SubscribeRequest,
  context: HandlerContext,
): AsyncGenerator<ServerFrame> {
  const actor = await deps.gate.self(context);
  const credentials = credentialsOf(
    (name) => context.requestHeader.get(name) ?? undefined,
    context.values.get(requestInfo),
  );
  const queue: FrameQueue = new FrameQueue(() => connection.drained());
  const connection = deps.gateway.open({
    id: deps.ids.next("con"),
    actor,
    link: queue,
    interactive: false,
    stillSignedIn: async () => (await deps.authenticate(credentials)) !== undefined,
    cursors: cursorsOf(request.cursors),
    previews: request.channels.filter((channel) => isId("chn", channel)),
  });
  context.signal.addEventListener("abort", () => queue.close(), { once: true });
  try {
    for await (const frame of queue.taken()) yield frameToProto(frame);
  } finally {
    deps.gateway.gone(connection);
  }
}
