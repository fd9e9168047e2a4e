import { errors } from "jose";
import { AuthorizationResponseError, ClientError, ResponseBodyError } from "openid-client";
import { DomainError } from "../../../../kernel/errors.ts";
import type { Log } from "../../../../platform/log/log.ts";
import { refuse } from "../../domain/errors.ts";

/** The provider has answered, and what it said does not hold. */
const LIES = new Set([
  "OAUTH_INVALID_RESPONSE",
  "OAUTH_JWT_TIMESTAMP_CHECK_FAILED",
  "OAUTH_JWT_CLAIM_COMPARISON_FAILED",
  "OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED",
  "OAUTH_UNSUPPORTED_OPERATION",
]);

/** Does what needs the provider. What fails is told by its kind, and logged for whoever can mend it. */
export async function asking<T>(log: Pick<Log, "warn">, what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DomainError) throw error;
    log.warn({ what, ...factsOf(error) }, "asking the identity provider failed");
    throw refuse(reasonOf(error));
  }
}

function reasonOf(error: unknown) {
  if (error instanceof AuthorizationResponseError) return "PROVIDER_REFUSED";
  // A code that was used before, has expired or belongs to another browser.
  if (error instanceof ResponseBodyError && error.error === "invalid_grant") return "PROVIDER_ANSWER_INVALID";
  if (error instanceof ClientError && LIES.has(error.code ?? "")) return "PROVIDER_ANSWER_INVALID";
  return isLie(error) ? "PROVIDER_ANSWER_INVALID" : "PROVIDER_AWAY";
}

/** What a signature or its claims are refused for; that keys cannot be had is none of it. */
export function isLie(error: unknown): boolean {
  return error instanceof errors.JOSEError;
}

/** Never what was sent or received: there are tokens in it. */
function factsOf(error: unknown) {
  if (!(error instanceof Error)) return {};
  const code = "code" in error ? error.code : undefined;
  const told = error instanceof ResponseBodyError || error instanceof AuthorizationResponseError;
  const cause = error.cause instanceof Error ? error.cause.message : undefined;
  return { failure: error.message, code, cause, ...(told && { error: error.error }) };
}
