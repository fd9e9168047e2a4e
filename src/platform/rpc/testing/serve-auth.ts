import { Code, ConnectError, type ConnectRouter, type ServiceImpl } from "@connectrpc/connect";
import { AuthService } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { ErrorDetailSchema } from "../../../../gen/chatter/options/v1/error_pb.js";
import type { HttpServerOptions } from "../../http/server.ts";
import { serve } from "../../http/testing/serve.ts";
import { createGate } from "../gate.ts";

export type AuthImplementation = Partial<ServiceImpl<typeof AuthService>>;

/** Everybody may do everything: what is tested is that the gate was asked. */
export const gate = createGate({
  authorizer: { check: async () => true, permit: async () => ({ epoch: 0n }) },
});

/** A server with a few handlers of the auth service, such as a test needs them. */
export function serveAuth(implementation: AuthImplementation, options: Partial<HttpServerOptions> = {}) {
  const routes = (router: ConnectRouter) => {
    router.service(AuthService, implementation);
  };
  return serve({ routes, ...options });
}

/** The refusal of a call: code, sentence, detail, and the headers that came with it. */
export async function refusalOf(call: Promise<unknown>) {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => ConnectError.from(reason),
  );
  if (error === undefined) throw new Error("the call succeeded");
  const [detail] = error.findDetails(ErrorDetailSchema);
  return {
    error,
    code: Code[error.code],
    message: error.rawMessage,
    reason: detail?.reason,
    requestId: detail?.requestId,
    facts: detail?.metadata,
  };
}
