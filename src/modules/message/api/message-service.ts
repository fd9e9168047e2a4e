import type { ConnectRouter } from "@connectrpc/connect";
import { MessageService } from "../../../../gen/chatter/message/v1/message_pb.js";
import { forwardingMethods } from "./forwarding-methods.ts";
import { type ReadingDeps, readingMethods } from "./reading-methods.ts";
import { type SearchMethodsDeps, searchMethods } from "./search/search-methods.ts";
import { type WritingDeps, writingMethods } from "./writing-methods.ts";

export const messageRoutes =
  (deps: ReadingDeps & WritingDeps & SearchMethodsDeps) => (router: ConnectRouter) =>
    router.service(MessageService, {
      ...writingMethods(deps),
      ...forwardingMethods(deps),
      ...readingMethods(deps),
      ...searchMethods(deps),
    });
