import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { EventId, GroupId, OrgId, UserId } from "../../../kernel/ids.ts";
import type { Avatar } from "../domain/avatar.ts";
import type { UserEvent } from "../domain/events.ts";
import type { Preferences } from "../domain/preferences.ts";
import type { Org, User } from "../domain/user.ts";

/** All that the use cases of user need; each names the part it takes. */
export interface UserPorts {
  readonly store: UserStore;
  readonly clock: Clock;
  readonly guests: Guests;
  readonly sharedChannels: SharedChannels;
}

/** Who sees only the people they share a channel with. */
export interface Guests {
  isGuest(actor: Actor): Promise<boolean>;
}

/** What the channel context knows. */
export interface SharedChannels {
  /** Everybody who is in a channel with this person. */
  peopleSharedWith(userId: UserId): Promise<ReadonlySet<UserId>>;
}

export interface UserStore {
  readonly read: UserReads;
  /** The closure may run again after a deadlock, so its effects belong into the transaction. */
  transact<T>(work: (tx: UserTransaction) => Promise<T>): Promise<T>;
}

export interface UserReads {
  findOrg(id: OrgId): Promise<Org | undefined>;
  /** In no order; ids of nobody are left out. */
  findUsers(ids: readonly UserId[]): Promise<readonly User[]>;
  findByHandle(orgId: OrgId, handle: string): Promise<User | undefined>;
  listUsers(search: Search): Promise<readonly User[]>;
  /** Everybody, in the order of their ids, from after one on. */
  pageOfOrg(orgId: OrgId, after: string | undefined, limit: number): Promise<readonly User[]>;
  findAvatar(userId: UserId, name: string): Promise<Avatar | undefined>;
  findPreferences(userId: UserId): Promise<Preferences | undefined>;
}

/** People of one organisation in the order of their folded names and ids. */
export interface Search {
  readonly orgId: OrgId;
  /** Folded; each of its words stands in the name or the handle. */
  readonly contained: string;
  readonly includeDeactivated: boolean;
  /** Only the people of this group. */
  readonly groupId: GroupId | undefined;
  readonly guestsOnly: boolean;
  /** Only the contacts of this person. */
  readonly contactsOf: UserId | undefined;
  /** Undefined: everybody. */
  readonly among: ReadonlySet<UserId> | undefined;
  readonly after: Place | undefined;
  readonly limit: number;
}

/** Where somebody stands in the directory. */
export interface Place {
  readonly id: UserId;
  /** The folded name. */
  readonly name: string;
}

export interface UserTransaction {
  /** Does nothing where the organisation is there already. */
  addOrg(org: Org): Promise<void>;
  /** Throws ORG_NOT_FOUND. */
  renameOrg(org: Org): Promise<void>;
  findUser(id: UserId): Promise<User | undefined>;
  /** False where somebody else has the handle, or the person is there already. */
  addUser(user: User): Promise<boolean>;
  /** Throws USER_NOT_FOUND. Locked until the commit. */
  accessUser(id: UserId): Promise<User>;
  /** Before somebody gets another handle. Throws HANDLE_TAKEN where a group has it. */
  claimHandle(user: User): Promise<void>;
  /** With all that belongs to them, and the organisation where nobody else is in it. */
  removeUser(user: User): Promise<void>;
  /** Throws HANDLE_TAKEN. */
  saveUser(user: User): Promise<void>;
  /** The picture by its name; undefined removes it. */
  saveAvatar(userId: UserId, avatar: (Avatar & { readonly name: string }) | undefined): Promise<void>;
  /** Locked until the commit. */
  findPreferences(userId: UserId): Promise<Preferences | undefined>;
  savePreferences(userId: UserId, preferences: Preferences): Promise<void>;
  forgetPreferences(userId: UserId): Promise<void>;
  /** Tells others what happened, when the transaction commits. Its last step. */
  record(events: readonly UserEvent[]): Promise<void>;
}

/** What other contexts do about an event. */
export interface Effects {
  /** Whether all is done that follows; false where that took longer than the limit. */
  settled(events: readonly EventId[], limitMs: number): Promise<boolean>;
}

/** How long somebody waits for what follows from their act. It is done later where it takes longer. */
export const EFFECTS_LIMIT_MS = 10_000;
