import type {
  ApiKeyId,
  EventId,
  InvitationId,
  OrgId,
  PasskeyId,
  SessionId,
  UserId,
} from "../../../kernel/ids.ts";
import type { Account, Decider } from "../domain/account.ts";
import type { ApiCall, ApiCallPlace, ApiCallsWanted } from "../domain/api-call.ts";
import type { ApiKey } from "../domain/api-key.ts";
import type { Ceremony, CeremonyFor, Purpose } from "../domain/ceremony.ts";
import type { EmailAddress } from "../domain/email.ts";
import type { AuthEvent } from "../domain/events.ts";
import type { Identity, LinkedIdentity, Logout, ProvidedSession } from "../domain/identity.ts";
import type { Invitation } from "../domain/invitation.ts";
import type { LinkPurpose, PendingRegistration } from "../domain/mailed-link.ts";
import type { Passkey } from "../domain/passkey.ts";
import type { Client, EndedSession, Session, SignInMethod } from "../domain/session.ts";
import type { NewSignIn, SignIn } from "../domain/sign-in.ts";
import type { Withdrawal } from "../domain/withdrawal.ts";
import type { SecretHash } from "./ports.ts";
import type { SecondFactorStore } from "./second-factor.ts";

export interface AuthStore {
  readonly read: AuthReads;
  /** The closure may run again after a deadlock, so its effects belong into the transaction. */
  transact<T>(work: (tx: AuthTransaction) => Promise<T>): Promise<T>;
  /** Deletes sessions, invitations, links, waiting registrations and ceremonies that have expired. */
  forgetExpired(now: Date): Promise<void>;
}

export interface AuthReads {
  /** The organisation of this installation; undefined until the first person registered. */
  findOrg(): Promise<OrgId | undefined>;
  findAccount(userId: UserId): Promise<Account | undefined>;
  findAccountByEmail(email: EmailAddress): Promise<Account | undefined>;
  /** Ordered by email, from after the given one on. */
  listAccounts(org: OrgId, after: EmailAddress | undefined, limit: number): Promise<readonly Account[]>;
  /** Expired ones too. */
  findSession(by: SecretHash | SessionId): Promise<Held<Session> | undefined>;
  listSessions(userId: UserId): Promise<readonly Session[]>;
  /** Those that somebody else ended, the latest first. */
  listEndedSessions(userId: UserId, limit: number): Promise<readonly EndedSession[]>;
  readonly secondFactors: Pick<SecondFactorStore, "hasTotp" | "countCodes" | "findDue">;
  /** What was begun under the token and has neither expired nor been taken. */
  findCeremony<P extends Purpose>(
    purpose: P,
    token: SecretHash,
    now: Date,
  ): Promise<CeremonyFor<P> | undefined>;
  /** The latest first, those before the given one; `userId` undefined: everybody's. */
  listSignIns(of: {
    readonly orgId: OrgId;
    readonly userId: UserId | undefined;
    readonly before: bigint | undefined;
    readonly limit: number;
  }): Promise<readonly SignIn[]>;
  noteSignIn(signIn: NewSignIn): Promise<void>;
  /** For the account with the address, if there is one; in the same time if not. */
  noteWrongPassword(email: EmailAddress, client: Client, at: Date): Promise<void>;
  findIdentity(userId: UserId, issuer: string): Promise<LinkedIdentity | undefined>;
  /** Of each of these people, by whatever provider. */
  listIdentities(people: readonly UserId[]): Promise<readonly LinkedIdentity[]>;
  findPasskey(credentialId: string): Promise<Held<Passkey> | undefined>;
  /** The oldest first. */
  listPasskeys(userId: UserId): Promise<readonly Passkey[]>;
  noteSessionSeen(id: SessionId, client: Client, at: Date): Promise<void>;
  /** Expired ones too. */
  findApiKey(by: SecretHash | ApiKeyId): Promise<Held<ApiKey> | undefined>;
  listApiKeys(userId: UserId): Promise<readonly ApiKey[]>;
  /** Everybody's. */
  listApiKeysIn(orgId: OrgId): Promise<readonly Held<ApiKey>[]>;
  /** The latest first, those before the given one. */
  listApiCalls(
    wanted: ApiCallsWanted,
    before: ApiCallPlace | undefined,
    limit: number,
  ): Promise<readonly ApiCall[]>;
  noteApiKeyUsed(id: ApiKeyId, at: Date): Promise<void>;
  findInvitation(token: SecretHash): Promise<MadeInvitation | undefined>;
  findWithdrawal(by: WithdrawnBy): Promise<Withdrawal | undefined>;
  /** Those that have neither expired nor been used up, newest first. */
  listInvitations(org: OrgId, now: Date): Promise<readonly MadeInvitation[]>;
}

/** A credential with the account it opens. */
export interface Held<Credential> {
  readonly credential: Credential;
  readonly account: Account;
}

export interface MadeInvitation {
  readonly invitation: Invitation;
  readonly maker: Decider | undefined;
}

/** What tells that it is somebody whose registration was taken back. */
export type WithdrawnBy =
  | { readonly userId: UserId }
  /** The latest with this address. */
  | { readonly email: EmailAddress }
  | { readonly session: SecretHash };

export interface AuthTransaction {
  /** Answers the organisation of this installation, and makes it the given one if there is none. */
  foundOrg(org: OrgId): Promise<{ readonly orgId: OrgId; readonly founded: boolean }>;
  /** Forgets the organisation where nobody is in it; false where somebody is. It must be locked by `countOwners`. */
  dissolveOrg(org: OrgId): Promise<boolean>;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly endedSessions: EndedSessions;
  readonly apiKeys: ApiKeys;
  readonly invitations: Invitations;
  readonly links: Links;
  readonly registrations: PendingRegistrations;
  readonly passkeys: Passkeys;
  readonly ceremonies: Ceremonies;
  readonly identities: Identities;
  readonly secondFactors: SecondFactorStore;
  readonly withdrawals: Withdrawals;
  readonly signIns: SignIns;
  /** Runs after the commit, and not at all if there is none. Must not throw. */
  afterCommit(effect: () => void): void;
  /** Publishes what happened, with the rights that follow from it, when the transaction commits. */
  record(events: readonly AuthEvent[]): Promise<readonly EventId[]>;
}

export interface Accounts {
  /** False where the address is taken. */
  add(account: Account): Promise<boolean>;
  /** Locked as by `access`. */
  find(userId: UserId): Promise<Account | undefined>;
  /** Throws ACCOUNT_NOT_FOUND. Locked: nobody else changes it or opens a session before the commit. */
  access(userId: UserId): Promise<Account>;
  findByEmail(email: EmailAddress): Promise<Account | undefined>;
  /** Locks the organisation: roles and deactivations change one after the other. */
  countOwners(org: OrgId): Promise<number>;
  save(account: Account): Promise<void>;
  /** Deletes the account with its links and invitations; its sessions and keys must have ended. */
  remove(userId: UserId): Promise<void>;
}

/** Sessions that have ended, by whose they were. */
export type EndedOf = ReadonlyMap<UserId, readonly SessionId[]>;

export interface Sessions {
  /** `provided`: the session at an identity provider that it began with. */
  add(session: Session, token: SecretHash, provided?: ProvidedSession): Promise<void>;
  /** Ends those that began with this at the provider, and answers whose they were. */
  endProvided(logout: Logout): Promise<EndedOf>;
  /** False where the person has no such session. */
  end(userId: UserId, id: SessionId): Promise<boolean>;
  /** Ends all that were opened by one of these, and answers whose they were. */
  endOpenedBy(methods: readonly SignInMethod[]): Promise<EndedOf>;
  /** Notes that its person has just shown once more who they are, and by what if that is more than before. */
  confirm(id: SessionId, at: Date, method?: SignInMethod): Promise<void>;
  /** Ends those used the longest ago, so that only so many are left, and answers which. */
  endOldest(userId: UserId, keep: number): Promise<readonly SessionId[]>;
  /** Ends all of the person's sessions but the one to keep, and answers which there were. */
  endAll(userId: UserId, keep?: SessionId): Promise<readonly SessionId[]>;
}

export interface EndedSessions {
  add(session: Session, end: { readonly by: UserId; readonly at: Date }): Promise<void>;
}

export interface ApiKeys {
  add(key: ApiKey, secret: SecretHash): Promise<void>;
  count(userId: UserId): Promise<number>;
  /** False where the person has no such key. */
  end(userId: UserId, id: ApiKeyId): Promise<boolean>;
  /** Answers which there were. */
  endAll(userId: UserId): Promise<readonly ApiKeyId[]>;
}

export interface Invitations {
  add(invitation: Invitation, token: SecretHash): Promise<void>;
  countOpen(createdBy: UserId, now: Date): Promise<number>;
  /** Locked until the commit. */
  findByToken(token: SecretHash): Promise<MadeInvitation | undefined>;
  /** Locked until the commit. */
  find(id: InvitationId): Promise<Invitation | undefined>;
  save(invitation: Invitation): Promise<void>;
  revoke(id: InvitationId, at: Date): Promise<void>;
}

export interface Links {
  /** Stores the link if there is an active account with the address, in the same time if not. */
  addForAccount(link: {
    readonly purpose: LinkPurpose;
    readonly email: EmailAddress;
    readonly token: SecretHash;
    readonly expiresAt: Date;
  }): Promise<boolean>;
  /** Answers whose link it was; it is gone then, and so are the person's others for that purpose. */
  use(purpose: LinkPurpose, token: SecretHash, now: Date): Promise<UserId | undefined>;
  /** Stores a link for an account that is known to be there. */
  add(link: {
    readonly purpose: LinkPurpose;
    readonly userId: UserId;
    readonly token: SecretHash;
    readonly expiresAt: Date;
  }): Promise<void>;
  forget(userId: UserId, purpose: LinkPurpose): Promise<void>;
}

export interface SignIns {
  add(signIn: NewSignIn): Promise<void>;
  /** Whether the person has come in with this device before, with others only, or never. */
  findKnown(userId: UserId, client: Client): Promise<"this" | "others" | "none">;
}

export interface Passkeys {
  /** False where the authenticator's name for it is taken, be it by another account. */
  add(passkey: Passkey): Promise<boolean>;
  list(userId: UserId): Promise<readonly Passkey[]>;
  save(passkey: Passkey): Promise<void>;
  remove(id: PasskeyId): Promise<void>;
}

export interface Ceremonies {
  begin(ceremony: Ceremony, token: SecretHash, expiresAt: Date): Promise<void>;
  /** Answers what was begun under the token; it is gone then, be it for this purpose or another. */
  take<P extends Purpose>(purpose: P, token: SecretHash, now: Date): Promise<CeremonyFor<P> | undefined>;
  /** Whatever this person has begun ends here. */
  forget(userId: UserId): Promise<void>;
}

export interface Identities {
  /** Undefined where no account is linked to it. */
  findOwner(identity: Identity): Promise<UserId | undefined>;
  find(userId: UserId, issuer: string): Promise<LinkedIdentity | undefined>;
  /** False where it opens another account, or this account has another one of the same provider. */
  link(identity: LinkedIdentity): Promise<boolean>;
  /** False where there was none. */
  unlink(userId: UserId, issuer: string): Promise<boolean>;
  forget(userId: UserId): Promise<void>;
  /** True once for each message of a provider. */
  hear(logout: Logout, until: Date): Promise<boolean>;
}

export interface PendingRegistrations {
  add(registration: PendingRegistration, token: SecretHash): Promise<void>;
  /** Answers what waited for the link; all that waited for the same address is gone then. */
  take(token: SecretHash, now: Date): Promise<PendingRegistration | undefined>;
}

export interface Withdrawals {
  /** With the sessions the person has, which are about to end. */
  add(withdrawal: Withdrawal): Promise<void>;
}
