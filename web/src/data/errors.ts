import { Code, ConnectError } from "@connectrpc/connect";
import { ErrorDetailSchema } from "../../../gen/chatter/options/v1/error_pb.js";
import { t } from "../text/text.ts";

/** The stable name of a refusal, such as CHANNEL_NOT_FOUND, where the server gave one. */
export function reasonOf(error: unknown): string | undefined {
  if (!(error instanceof ConnectError)) return undefined;
  const reason = error.findDetails(ErrorDetailSchema)[0]?.reason;
  return reason === "" ? undefined : reason;
}

/** A sentence for the person who asked: the server's own where there is one. */
export function describeError(error: unknown): string {
  if (isOffline(error)) return t("error.offline");
  if (!(error instanceof ConnectError)) return t("error.unexpected");
  return error.rawMessage === "" ? t("error.unexpected") : error.rawMessage;
}

/** Whether the session is over, so that only signing in again helps. */
export function isSignedOut(error: unknown): boolean {
  return error instanceof ConnectError && error.code === Code.Unauthenticated;
}

const passing: ReadonlySet<Code> = new Set([Code.Unavailable, Code.ResourceExhausted, Code.DeadlineExceeded]);

/** Whether the same call may work a little later. */
export function isPassing(error: unknown): boolean {
  return isOffline(error) || (error instanceof ConnectError && passing.has(error.code));
}

// fetch throws a TypeError where the server could not be reached, which Connect keeps as the cause.
function isOffline(error: unknown): boolean {
  return (error instanceof ConnectError ? error.cause : error) instanceof TypeError;
}
