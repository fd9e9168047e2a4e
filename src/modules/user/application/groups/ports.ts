import type { EventId, GroupId, OrgId, UserId } from "../../../../kernel/ids.ts";
import type { Group, GroupEvent } from "../../domain/group.ts";
import type { Effects, UserPorts } from "../ports.ts";

/** All that the use cases of groups need; each names the part it takes. */
export interface GroupPorts extends UserPorts {
  readonly groups: GroupStore;
  readonly effects: Effects;
}

export interface CountedGroup extends Group {
  readonly memberCount: number;
}

export interface GroupStore {
  /** All of an organisation, by handle. */
  list(orgId: OrgId): Promise<readonly CountedGroup[]>;
  find(id: GroupId): Promise<CountedGroup | undefined>;
  /** By id, those after one. */
  members(
    id: GroupId,
    page: { readonly after: UserId | undefined; readonly limit: number },
  ): Promise<readonly UserId[]>;
  groupsOf(userId: UserId): Promise<readonly GroupId[]>;
  /** Of these people those who are in one of these groups, with one in which they are. */
  inGroups(groups: readonly GroupId[], people: readonly UserId[]): Promise<ReadonlyMap<UserId, GroupId>>;
  /** The groups that one of these people is in. */
  groupsWith(people: ReadonlySet<UserId>): Promise<ReadonlySet<GroupId>>;
  /** The closure may run again after a deadlock, so its effects belong into the transaction. */
  transact<T>(work: (tx: GroupTransaction) => Promise<T>): Promise<T>;
}

export interface GroupTransaction {
  /** Throws HANDLE_TAKEN where a person or another group has it. Nobody else gets it before the commit. */
  claimHandle(orgId: OrgId, handle: string): Promise<void>;
  /** Waits for whoever makes another group in the organisation. */
  countGroups(orgId: OrgId): Promise<number>;
  /** Locked until the commit. Throws GROUP_NOT_FOUND. */
  accessGroup(id: GroupId, orgId: OrgId): Promise<CountedGroup>;
  /** Those of these people who are in the group, which must be locked. */
  present(id: GroupId, people: readonly UserId[]): Promise<ReadonlySet<UserId>>;
  everybodyIn(id: GroupId): Promise<readonly UserId[]>;
  groupsOf(userId: UserId): Promise<readonly GroupId[]>;
  /** Makes true what happened: rows, rights, and what others are told. Its last step. */
  record(events: readonly GroupEvent[], by: UserId): Promise<readonly EventId[]>;
}
