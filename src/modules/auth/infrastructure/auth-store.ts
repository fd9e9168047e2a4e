import type { EventId } from "../../../kernel/ids.ts";
import type { Relationships } from "../../../platform/authz/authorizer.ts";
import type { EventBus, PublishedEvent } from "../../../platform/outbox/event-bus.ts";
import type { Database, Transaction } from "../../../platform/postgres/database.ts";
import type { Encryption } from "../../../platform/secrets/encryption.ts";
import type { Recognitions } from "../application/recognition.ts";
import type { AuthStore, AuthTransaction } from "../application/store.ts";
import type { AuthEvent } from "../domain/events.ts";
import { dissolveOrg, foundOrg, readAccounts, writeAccounts } from "./account-repository.ts";
import { readApiCalls } from "./api-call-repository.ts";
import { readApiKeys, writeApiKeys } from "./api-key-repository.ts";
import { readCeremonies, writeCeremonies } from "./ceremony-repository.ts";
import { readEndedSessions, writeEndedSessions } from "./ended-sessions.ts";
import { forgetExpired } from "./forget-expired.ts";
import { readIdentities, writeIdentities } from "./identity-repository.ts";
import { readInvitations, writeInvitations } from "./invitation-repository.ts";
import { writeLinks, writeRegistrations } from "./link-repository.ts";
import { readPasskeys, writePasskeys } from "./passkey-repository.ts";
import { relationshipsAfter } from "./relationships.ts";
import type { AuthSchema } from "./schema.ts";
import { secondFactors } from "./second-factor-repository.ts";
import { readSessions, writeSessions } from "./session-repository.ts";
import { readSignIns, writeSignIns } from "./sign-in-repository.ts";
import { readWithdrawals, writeWithdrawals } from "./withdrawal-repository.ts";

export interface AuthStoreDeps {
  /** Acts as the role of the schema `auth`. */
  readonly database: Database<AuthSchema>;
  readonly bus: EventBus;
  readonly relationships: Relationships;
  readonly recognitions: Recognitions;
  readonly encryption: Encryption;
  readonly encode: (event: AuthEvent) => PublishedEvent;
}

export function createAuthStore(deps: AuthStoreDeps): AuthStore {
  const { database } = deps;
  const { sql } = database;
  return {
    read: {
      ...readAccounts(sql),
      ...readSessions(sql),
      ...readEndedSessions(sql),
      ...readPasskeys(sql),
      ...readIdentities(sql),
      ...readCeremonies(sql),
      ...readSignIns(sql),
      secondFactors: secondFactors(sql, deps.encryption),
      ...readApiKeys(sql),
      ...readApiCalls(sql),
      ...readInvitations(sql),
      ...readWithdrawals(sql),
    },
    transact: (work) => database.transaction((tx) => work(inTransaction(deps, tx))),
    forgetExpired: (now) => forgetExpired(sql, now),
  };
}

function inTransaction(deps: AuthStoreDeps, tx: Transaction<AuthSchema>): AuthTransaction {
  const { sql } = tx;
  return {
    foundOrg: (org) => foundOrg(sql, org),
    dissolveOrg: (org) => dissolveOrg(sql, org),
    accounts: writeAccounts(sql),
    sessions: writeSessions(sql),
    endedSessions: writeEndedSessions(sql),
    apiKeys: writeApiKeys(sql),
    invitations: writeInvitations(sql),
    links: writeLinks(sql),
    registrations: writeRegistrations(sql),
    passkeys: writePasskeys(sql),
    ceremonies: writeCeremonies(sql),
    identities: writeIdentities(sql),
    secondFactors: secondFactors(sql, deps.encryption),
    signIns: writeSignIns(sql),
    afterCommit: (effect) => tx.afterCommit(effect),
    withdrawals: writeWithdrawals(sql),
    record: (events) => record(deps, tx, events),
  };
}

async function record(
  { bus, relationships, recognitions, encode }: AuthStoreDeps,
  tx: Transaction<AuthSchema>,
  events: readonly AuthEvent[],
): Promise<readonly EventId[]> {
  if (events.length === 0) return [];
  for (const event of events) await relationships.write(tx, relationshipsAfter(event));
  tx.afterCommit(() => {
    for (const { userId } of events) recognitions.forget(userId);
  });
  return bus.dispatch(tx, events.map(encode));
}
