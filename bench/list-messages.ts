import { create } from "@bufbuild/protobuf";
import { ListMessagesRequestSchema } from "../gen/chatter/message/v1/message_pb.js";
import { systemClock } from "../src/kernel/clock.ts";
import { type ChannelId, createIds } from "../src/kernel/ids.ts";
import { createMessageModule, type MessageDeps, type MessageSchema } from "../src/modules/message/index.ts";
import { openDatabase } from "../src/platform/postgres/database.ts";
import { createStreams } from "../src/platform/stream/streams.ts";
import { callOf, handlersOf } from "./message-service.ts";
import { messageSiblings } from "./message-siblings.ts";

/** ListMessages of a server, without a network: what is measured is our work, not a transport's. */
export interface MessageList {
  latestPage(channel: ChannelId, limit: number): Promise<void>;
  close(): Promise<void>;
}

const ids = createIds(systemClock);

export function openMessageList(url: string, pages?: MessageDeps["pages"]): MessageList {
  // Its server goes away before the connections are closed that it has left idle.
  const onError = (): void => {};
  const database = openDatabase<MessageSchema>({ url, role: "chatter_message", connections: 10, onError });
  const streamDatabase = openDatabase<unknown>({ url, role: "chatter_stream", onError });
  const { routes } = createMessageModule({
    ...messageSiblings,
    clock: systemClock,
    ids,
    database,
    streams: createStreams(streamDatabase),
    ...(pages && { pages }),
  });
  const { listMessages } = handlersOf(routes);
  const actor = { userId: ids.next("usr"), orgId: ids.next("org"), scope: "full" } as const;
  return {
    async latestPage(channelId, limit) {
      const context = callOf(actor, "listMessages");
      await listMessages(create(ListMessagesRequestSchema, { channelId, limit }), context);
    },
    async close() {
      await Promise.all([database.close(), streamDatabase.close()]);
    },
  };
}
