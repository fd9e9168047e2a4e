import {
  type ConnectRouter,
  createConnectRouter,
  createContextValues,
  createHandlerContext,
  type HandlerContext,
  type ServiceImpl,
} from "@connectrpc/connect";
import { MessageService } from "../gen/chatter/message/v1/message_pb.js";
import type { Actor } from "../src/kernel/actor.ts";
import { caller } from "../src/platform/rpc/request.ts";

type Method = keyof typeof MessageService.method;

/** The handlers that the module registers. */
export function handlersOf(routes: (router: ConnectRouter) => void): ServiceImpl<typeof MessageService> {
  let captured: ServiceImpl<typeof MessageService> | undefined;
  const router = createConnectRouter();
  routes({
    ...router,
    service(service, implementation) {
      if (service.typeName === MessageService.typeName)
        captured = implementation as ServiceImpl<typeof MessageService>;
      return router;
    },
  });
  if (captured === undefined) throw new Error("the module registers no service");
  return captured;
}

/** A call of somebody, without a network: what is measured is our work, not a transport's. */
export function callOf(actor: Actor, method: Method): HandlerContext {
  return createHandlerContext({
    service: MessageService,
    method: MessageService.method[method],
    protocolName: "connect",
    requestMethod: "POST",
    url: "http://bench",
    contextValues: createContextValues().set(caller, actor),
  });
}
