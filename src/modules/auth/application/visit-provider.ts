import type { Actor } from "../../../kernel/actor.ts";
import type { UserId } from "../../../kernel/ids.ts";
import { ceremonyExpiry, type VisitToProvider } from "../domain/ceremony.ts";
import { refuse } from "../domain/errors.ts";
import { nextPage } from "../domain/next-page.ts";
import type { Client } from "../domain/session.ts";
import { assertConfirmed } from "./confirmed.ts";
import type { IdentityProvider } from "./identity-provider.ts";
import type { AuthPorts } from "./ports.ts";

type Deps = Pick<AuthPorts, "store" | "clock" | "secrets" | "attempts" | "settings" | "identityProvider">;

/** Where a browser is sent, and the secret that it must bring back. */
export interface BegunVisit {
  readonly url: string;
  readonly browser: string;
}

export interface BeginVisit {
  /** The page to go on with, as an address tells it; null: none. */
  readonly next: string | null;
  readonly client: Client;
}

/** Sends somebody to sign in at the provider. Throws PROVIDER_UNSET, PROVIDER_AWAY, TOO_MANY_ATTEMPTS. */
export function beginVisit(deps: Deps, { next, client }: BeginVisit): Promise<BegunVisit> {
  return begin(deps, { next: nextPage(deps.settings.publicUrl, next), client });
}

/** Sends somebody who is in to link their account. Throws CONFIRMATION_REQUIRED, and as `beginVisit` does. */
export async function beginLink(deps: Deps, actor: Actor, client: Client): Promise<BegunVisit> {
  await assertConfirmed(deps, actor);
  const next = `${deps.settings.publicUrl}/settings/account`;
  return begin(deps, { next, client, userId: actor.userId });
}

/** Throws PROVIDER_UNSET. */
export function providerOf({ identityProvider }: Pick<AuthPorts, "identityProvider">): IdentityProvider {
  if (identityProvider === undefined) throw refuse("PROVIDER_UNSET");
  return identityProvider;
}

interface Beginning {
  readonly next: string;
  readonly client: Client;
  readonly userId?: UserId;
}

async function begin(deps: Deps, { next, client, userId }: Beginning): Promise<BegunVisit> {
  const provider = providerOf(deps);
  await deps.attempts.take("beginCeremony", client);
  const { secrets, clock } = deps;
  const [state, browser] = [secrets.make("link"), secrets.make("link")];
  const [nonce, verifier] = [secrets.make("link").text, secrets.make("link").text];
  const url = await provider.begin({ state: state.text, nonce, verifier });
  const visit: VisitToProvider = {
    purpose: "provider",
    ...{ browser: browser.hash.toString("base64"), nonce, verifier, next },
    ...(userId !== undefined && { userId }),
  };
  const expiresAt = ceremonyExpiry("provider", clock.now());
  await deps.store.transact((tx) => tx.ceremonies.begin(visit, state.hash, expiresAt));
  return { url, browser: browser.text };
}
