import type { HandlerContext, ServiceImpl } from "@connectrpc/connect";
import type { AuthService } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import type { SignInService } from "../../../../gen/chatter/auth/v1/sign_in_pb.js";
import type { Oversight } from "../../../platform/authz/oversight.ts";
import type { Gate } from "../../../platform/rpc/gate.ts";
import { requestInfo } from "../../../platform/rpc/request.ts";
import type { AuthPorts } from "../application/ports.ts";
import type { Client } from "../domain/session.ts";

export type Service = ServiceImpl<typeof AuthService>;
export type SignIn = ServiceImpl<typeof SignInService>;

export interface AuthServiceDeps extends AuthPorts {
  readonly gate: Gate;
  readonly oversight: Oversight;
}

export function clientOf(context: HandlerContext): Client {
  const { address, userAgent } = context.values.get(requestInfo);
  return { address, userAgent };
}
