import type { HandlerContext } from "@connectrpc/connect";
import type { Actor } from "../../kernel/actor.ts";
import { DomainError, refusals } from "../../kernel/errors.ts";
import { type Authenticate, credentialsOf } from "../http/credentials.ts";
import { hasSideEffects, isPublic } from "./access.ts";
import { addressKey, type RateLimiter, spend } from "./rate-limit.ts";
import { caller, requestInfo } from "./request.ts";

export interface AdmissionOptions {
  readonly authenticate: Authenticate;
  readonly people: RateLimiter;
  readonly addresses: RateLimiter;
}

const refuse = refusals({
  UNAUTHENTICATED: ["unauthenticated", "Sign in first."],
  READ_ONLY_KEY: ["denied", "This key may only read."],
});

/**
 * Decides from the headers alone whether a call is let in, so that what is refused is neither
 * received nor parsed. Remembers who calls.
 */
export function createAdmission(options: AdmissionOptions) {
  return async (context: HandlerContext): Promise<void> => {
    await spend(options.addresses, addressKey(context.values.get(requestInfo).address));
    const actor = await recognise(options.authenticate, context);
    if (actor === undefined) {
      if (isPublic(context.method)) return;
      throw refuse("UNAUTHENTICATED");
    }
    context.values.set(caller, actor);
    if (actor.scope === "read" && hasSideEffects(context.method)) throw refuse("READ_ONLY_KEY");
    await spend(options.people, actor.userId);
  };
}

/** A public method also answers whoever comes with credentials that no longer hold: to sign in again. */
async function recognise(authenticate: Authenticate, context: HandlerContext): Promise<Actor | undefined> {
  const header = (name: string) => context.requestHeader.get(name) ?? undefined;
  try {
    return await authenticate(credentialsOf(header, context.values.get(requestInfo)));
  } catch (error) {
    const outdated = error instanceof DomainError && error.kind === "unauthenticated";
    if (outdated && isPublic(context.method)) return undefined;
    throw error;
  }
}
