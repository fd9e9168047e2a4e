import type { HandlerContext } from "@connectrpc/connect";
import { clearedSessionCookie, sessionCookie } from "../../../platform/http/session-cookie.ts";
import { requestInfo } from "../../../platform/rpc/request.ts";
import type { SignedIn } from "../application/open-session.ts";
import { accountToProto } from "./to-proto.ts";

/** Gives the session to a browser as a cookie that its scripts cannot read, and to programs in the answer. */
export function greet(context: HandlerContext, { account, sessionToken }: SignedIn) {
  const { secure } = context.values.get(requestInfo);
  context.responseHeader.append("set-cookie", sessionCookie(sessionToken, secure));
  return { account: accountToProto(account), sessionToken };
}

/** Has a browser forget the session that was just ended. */
export function sayGoodbye(context: HandlerContext): void {
  const { secure } = context.values.get(requestInfo);
  context.responseHeader.append("set-cookie", clearedSessionCookie(secure));
}
