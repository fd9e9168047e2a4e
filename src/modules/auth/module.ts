import type { Actor } from "../../kernel/actor.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { Ids, OrgId, UserId } from "../../kernel/ids.ts";
import type { Relationships } from "../../platform/authz/authorizer.ts";
import type { Oversight } from "../../platform/authz/oversight.ts";
import type { PlainRoute } from "../../platform/http/plain-routes.ts";
import type { Log } from "../../platform/log/log.ts";
import type { EventBus, Subscription } from "../../platform/outbox/event-bus.ts";
import type { Database } from "../../platform/postgres/database.ts";
import type { Bus } from "../../platform/realtime/local-bus.ts";
import type { Gate } from "../../platform/rpc/gate.ts";
import type { RememberCall } from "../../platform/rpc/observe.ts";
import type { OpenWindow } from "../../platform/rpc/windows.ts";
import type { Encryption } from "../../platform/secrets/encryption.ts";
import type { Keeper } from "../../platform/secrets/rotation.ts";
import type { Metrics } from "../../platform/telemetry/metrics.ts";
import { authRoutes } from "./api/auth-service.ts";
import { authenticateRequest, type ShownCredentials } from "./api/authenticate.ts";
import { type AccountOperation, createAccountOperation } from "./api/operation.ts";
import { oversightRoutes } from "./api/oversight-methods.ts";
import { providerRoutes } from "./api/provider-routes.ts";
import { publishedBy } from "./api/published-events.ts";
import type { AuthPorts, AuthSettings, Effects, Mail, OrgNames } from "./application/ports.ts";
import { endWeakSessions } from "./application/require-second-factor.ts";
import { type AccountSummary, summariseAccounts } from "./application/summarise-accounts.ts";
import { confirmAccount, welcomeNewcomer } from "./application/welcome-newcomer.ts";
import { type WithdrawRegistration, withdrawRegistration } from "./application/withdraw-registration.ts";
import { createAccessTokens } from "./infrastructure/access-tokens.ts";
import { type AttemptLimits, createAttemptLimiter } from "./infrastructure/attempt-limiter.ts";
import { createAuthStore } from "./infrastructure/auth-store.ts";
import { createAuthenticators } from "./infrastructure/authenticators.ts";
import { countPeople, type PeopleCount } from "./infrastructure/count-people.ts";
import { endEverySession } from "./infrastructure/end-every-session.ts";
import { oneTimeCodes } from "./infrastructure/one-time-codes.ts";
import { openApiLog } from "./infrastructure/open-api-log.ts";
import { OpenIdProvider } from "./infrastructure/open-id/open-id-provider.ts";
import type { OpenIdSettings } from "./infrastructure/open-id/settings.ts";
import { createPasswordHasher } from "./infrastructure/password-hasher.ts";
import { createRecognitions } from "./infrastructure/recognitions.ts";
import type { AuthSchema } from "./infrastructure/schema.ts";
import { totpKeeper } from "./infrastructure/second-factor-repository.ts";
import { secrets } from "./infrastructure/secrets.ts";
import { SigningKeys } from "./infrastructure/signing-keys.ts";

/** What the context needs: engines, mail, and what the user context knows, in its own words. */
export interface AuthDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  /** That of the role chatter_auth. */
  readonly database: Database<AuthSchema>;
  readonly bus: EventBus;
  readonly relationships: Relationships;
  readonly oversight: Oversight;
  readonly gate: Gate;
  readonly mail: Mail;
  readonly orgNames: OrgNames;
  readonly effects: Effects;
  /** Of the keys that sign access tokens. */
  readonly encryption: Encryption;
  readonly settings: AuthSettings;
  /** Where people may sign in instead of here; absent: nowhere. */
  readonly openId?: OpenIdSettings | undefined;
  /** Says why a provider could not be asked, or was not believed. */
  readonly log: Pick<Log, "warn">;
  /** How often a stranger may try what; absent: enough for people, too little for guessing. */
  readonly attempts?: AttemptLimits;
  /** Where attempts are counted; absent: in this process. */
  readonly counting?: OpenWindow;
  /** Tells all servers whose sessions, keys or account have changed; absent: there is only this one. */
  readonly changedAccounts?: Bus<UserId>;
  /** Where what programs call is noted; absent: nowhere. */
  readonly apiLog?: ApiLogSettings;
}

export interface ApiLogSettings {
  /** How long it is kept; 0: nothing is. */
  readonly days: number;
  readonly log: Log;
  readonly metrics: Metrics;
}

export interface AuthModule {
  /** Serves AuthService and SignInService of chatter.auth.v1. */
  readonly routes: ReturnType<typeof authRoutes>;
  /** Where browsers begin to sign in at the identity provider and come back, and where it tells of logouts. */
  readonly plainRoutes: readonly PlainRoute[];
  /** To be registered with the event bus. */
  readonly subscriptions: readonly Subscription[];
  /**
   * Who sent a request; undefined where its credentials are missing or open nothing (any more). Throws
   * REGISTRATION_WITHDRAWN.
   */
  readonly authenticate: (shown: ShownCredentials) => Promise<Actor | undefined>;
  /** What the registration of somebody consists of here. Each may be called again. */
  readonly registrations: Registrations;
  /** Deletes what has expired: sessions, invitations, links, waiting registrations, keys. Worth doing daily. */
  forgetExpired(): Promise<void>;
  /**
   * Reads the keys that sign access tokens; the first is made of the secret that an earlier version kept, if
   * there is one. Throws SecretsError where they cannot be read.
   */
  openSigningKeys(earlier?: Uint8Array): Promise<void>;
  /** Another key signs from now on; tokens that are out stay valid until they expire. Worth doing monthly. */
  renewSigningKey(): Promise<void>;
  /** The accounts of an organisation, in the order of their addresses, from after one on. */
  listAccounts(orgId: OrgId, after: string | undefined, limit: number): Promise<readonly AccountSummary[]>;
  /** Ends sessions that a password alone has opened, once that is not enough. Worth doing every few minutes. */
  endWeakSessions(): Promise<void>;
  /** The tables whose secrets are encrypted. */
  readonly keepers: readonly Keeper[];
  countPeople(): Promise<PeopleCount>;
  /** Remembers a call where a program made it, without keeping it waiting; to be told of every call. */
  readonly rememberCall: RememberCall;
  /** Writes what is remembered and not written yet; nothing is remembered afterwards. */
  closeApiLog(): Promise<void>;
  /** Of accounts and keys, by the operator's commands. */
  readonly operation: AccountOperation;
  /** Everybody's, while no server runs. */
  endEverySession(): Promise<void>;
}

export interface Registrations {
  /** Throws ACCOUNT_NOT_FOUND where the account was deleted meanwhile. */
  confirm(userId: UserId): Promise<void>;
  /** Greets who has come, by mail. Throws ACCOUNT_NOT_FOUND. */
  welcome(userId: UserId): Promise<void>;
  /** Takes a registration back. Throws LAST_OWNER. */
  withdraw(command: WithdrawRegistration): Promise<void>;
}

export function createAuthModule(deps: AuthDeps): AuthModule {
  const { clock } = deps;
  const signingKeys = new SigningKeys(deps);
  const recognitions = createRecognitions(undefined, deps.changedAccounts);
  const ports: AuthPorts = {
    ...deps,
    recognitions,
    secrets,
    store: createAuthStore({ ...deps, recognitions, encode: publishedBy }),
    passwords: createPasswordHasher(),
    authenticators: createAuthenticators(deps.settings.publicUrl),
    identityProvider: deps.openId && new OpenIdProvider(deps.openId, { ...deps, ...deps.settings }),
    oneTimeCodes,
    attempts: createAttemptLimiter(deps.attempts, deps.counting),
    accessTokens: createAccessTokens(signingKeys),
  };
  const apiLog = openApiLog(deps);
  const served = { ...ports, gate: deps.gate, oversight: deps.oversight };
  return {
    routes(router) {
      for (const routes of [authRoutes, oversightRoutes]) routes(served)(router);
    },
    plainRoutes: providerRoutes(ports),
    subscriptions: [],
    authenticate: (shown) => authenticateRequest(ports, shown),
    registrations: {
      confirm: (userId) => confirmAccount(ports, userId),
      welcome: (userId) => welcomeNewcomer(ports, userId),
      withdraw: (command) => withdrawRegistration(ports, command),
    },
    async forgetExpired() {
      await ports.store.forgetExpired(clock.now());
      await signingKeys.forgetRetired();
      await apiLog.forget();
    },
    openSigningKeys: (earlier) => signingKeys.open(earlier),
    renewSigningKey: () => signingKeys.renew(),
    listAccounts: (orgId, after, limit) => summariseAccounts(ports.store, { orgId, after, limit }),
    endWeakSessions: () => endWeakSessions(ports),
    keepers: [signingKeys.keeper, totpKeeper(deps.database)],
    operation: createAccountOperation(ports),
    rememberCall: apiLog.remember,
    closeApiLog: apiLog.close,
    countPeople: () => countPeople(deps.database),
    endEverySession: () => endEverySession(deps.database),
  };
}
