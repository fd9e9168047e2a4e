import type { ConnectRouter } from "@connectrpc/connect";
import { MessageService } from "../../../gen/chatter/message/v1/message_pb.js";
import type { Clock } from "../../kernel/clock.ts";
import type { Ids } from "../../kernel/ids.ts";
import type { Database } from "../../platform/postgres/database.ts";
import type { Gate } from "../../platform/rpc/gate.ts";
import type { Streams } from "../../platform/stream/streams.ts";
import { entryEncoder } from "./api/log-entry.ts";
import { messageService } from "./api/message-service.ts";
import { createMessageApplication, type MessageApplication } from "./application/application.ts";
import type { Audiences, Memberships, WriteAccess } from "./application/ports.ts";
import { createDrafts } from "./infrastructure/drafts.ts";
import { createMessageLog } from "./infrastructure/message-log.ts";
import { createMessages } from "./infrastructure/messages.ts";
import type { MessageSchema } from "./infrastructure/schema.ts";

/** What the context needs: engines, and what its siblings know, in its own words. */
export interface MessageDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly database: Database<MessageSchema>;
  readonly streams: Streams;
  readonly gate: Gate;
  readonly access: WriteAccess;
  readonly audiences: Audiences;
  readonly memberships: Memberships;
}

export interface MessageModule {
  routes(router: ConnectRouter): void;
  /** For the realtime connection, whose Send is the same command as SendMessage. */
  readonly send: MessageApplication["send"];
}

export function createMessageModule(deps: MessageDeps): MessageModule {
  const { database, streams } = deps;
  const application = createMessageApplication({
    ...deps,
    log: createMessageLog({ database, streams, encoder: entryEncoder }),
    messages: createMessages(database),
    drafts: createDrafts(database, streams, entryEncoder),
  });
  return {
    routes: (router) => router.service(MessageService, messageService(application, deps.gate)),
    send: application.send,
  };
}
