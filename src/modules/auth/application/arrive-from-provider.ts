import { type Account, isActive } from "../domain/account.ts";
import type { VisitToProvider } from "../domain/ceremony.ts";
import { refuse } from "../domain/errors.ts";
import type { Assertion } from "../domain/identity.ts";
import type { Client } from "../domain/session.ts";
import { type Admitted, admitByProvider, linkIdentity } from "./admit-by-provider.ts";
import { EFFECTS_LIMIT_MS } from "./create-account.ts";
import { providerLinked } from "./letters.ts";
import { askForMore, type UnfinishedLogIn } from "./missing-factor.ts";
import { noteFailure } from "./note-sign-in.ts";
import { openSession, type SignedIn } from "./open-session.ts";
import type { AuthPorts } from "./ports.ts";
import { tellWithdrawn } from "./tell-withdrawn.ts";
import { providerOf } from "./visit-provider.ts";

export interface ArriveFromProvider {
  /** What the provider sent the browser back with. */
  readonly query: URLSearchParams;
  readonly visit: VisitToProvider & { readonly state: string };
  readonly client: Client;
}

export type ArriveDeps = Omit<AuthPorts, "accessTokens" | "recognitions" | "orgNames">;

/** Somebody who is in, or has to show more; or whose account is linked now, which opens nothing. */
export type Arrived = SignedIn | UnfinishedLogIn | "linked";

/**
 * What was begun for this browser, and is gone then. Throws PROVIDER_ANSWER_INVALID where nothing was, or
 * where another browser has begun it.
 */
export async function takeVisit(
  { store, clock, secrets }: ArriveDeps,
  { state, browser }: { readonly state: string | null; readonly browser: string | undefined },
): Promise<ArriveFromProvider["visit"]> {
  if (state === null) throw refuse("PROVIDER_ANSWER_INVALID");
  const hash = secrets.hash(state);
  const visit = await store.transact((tx) => tx.ceremonies.take("provider", hash, clock.now()));
  if (visit === undefined || browser === undefined) throw refuse("PROVIDER_ANSWER_INVALID");
  if (visit.browser !== secrets.hash(browser).toString("base64")) throw refuse("PROVIDER_ANSWER_INVALID");
  return { ...visit, state };
}

/**
 * Throws what `IdentityProvider.finish`, `admitByProvider` and `askForMore` throw, ACCOUNT_DEACTIVATED, and
 * REGISTRATION_WITHDRAWN where another context refused a newcomer.
 */
export async function arriveFromProvider(
  deps: ArriveDeps,
  { query, visit, client }: ArriveFromProvider,
): Promise<Arrived> {
  const told = await providerOf(deps).finish(query, visit);
  if (visit.userId !== undefined) {
    await link(deps, visit.userId, told);
    return "linked";
  }
  return signIn(deps, told, client);
}

async function signIn(deps: ArriveDeps, told: Assertion, client: Client): Promise<Arrived> {
  const { issuer, subject, sid } = told;
  const provided = { issuer, subject, sid };
  const arrival = { client, provided, method: told.isStrong ? "providerAndFactor" : "provider" } as const;

  const { account, events, outcome } = await deps.store.transact(async (tx) => {
    const admitted: Admitted = await admitByProvider(deps, tx, providerOf(deps), told);
    const { account } = admitted;
    if (!isActive(account)) return { ...admitted, outcome: undefined };
    const unfinished = told.isStrong ? undefined : await askForMore(deps, tx, account.userId, provided);
    return { ...admitted, outcome: unfinished ?? (await openSession(deps, tx, account, arrival)) };
  });
  if (outcome === undefined) {
    await noteFailure(deps, account, arrival, "deactivated");
    throw refuse("ACCOUNT_DEACTIVATED");
  }

  if (events.length > 0) {
    await deps.effects.settled(events, EFFECTS_LIMIT_MS);
    await tellWithdrawn(deps, { userId: account.userId });
  }
  return outcome;
}

/** Throws ACCOUNT_DEACTIVATED, PROVIDER_LINKED, PROVIDER_IDENTITY_TAKEN. */
async function link(deps: ArriveDeps, userId: Account["userId"], told: Assertion): Promise<void> {
  const email = await deps.store.transact(async (tx) => {
    const account = await tx.accounts.access(userId);
    if (!isActive(account)) throw refuse("ACCOUNT_DEACTIVATED");
    const before = await tx.identities.find(userId, told.issuer);
    if (before?.subject === told.subject) return undefined;
    if (before !== undefined) throw refuse("PROVIDER_LINKED");
    await linkIdentity(deps, tx, account, told);
    return account.email;
  });
  if (email === undefined) return;
  deps.mail.post(providerLinked(deps.settings.publicUrl, email, providerOf(deps).policy.name));
}
