import { type ContextKey, createContextKey } from "@connectrpc/connect";
import type { Actor } from "../../kernel/actor.ts";
import type { RequestInfo } from "../http/request-info.ts";

export type { RequestInfo } from "../http/request-info.ts";

const inProcess: RequestInfo = { requestId: "", address: "", userAgent: "", host: "", secure: false };

/** Where a call came from: `context.values.get(requestInfo)` in a handler. */
export const requestInfo: ContextKey<RequestInfo> = createContextKey(inProcess, {
  description: "request info",
});

/** Who calls, as far as the credentials tell. Handlers learn it from the gate; public ones may read it here. */
export const caller: ContextKey<Actor | undefined> = createContextKey<Actor | undefined>(undefined, {
  description: "caller",
});
