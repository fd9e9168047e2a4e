import { createRouterTransport, type Interceptor, type Transport } from "@connectrpc/connect";
import type { Actor } from "../kernel/actor.ts";
import { caller } from "../platform/rpc/request.ts";
import type { Contexts } from "./contexts.ts";

/** The public API without a network, as somebody or as a stranger: for the operator's commands and the demo. */
export function inProcess({ routes }: Pick<Contexts, "routes">, actor?: Actor): Transport {
  const identify: Interceptor = (next) => (request) => {
    request.contextValues.set(caller, actor);
    return next(request);
  };
  return createRouterTransport(routes, { router: { interceptors: [identify] } });
}
