import type { GroupId, OrgId, UserId } from "../../../kernel/ids.ts";

/** What the other contexts may ask of this one. */
export interface UserFacade {
  /** In no order; ids of nobody are left out, people who are deactivated are not. */
  findUsers(ids: readonly UserId[]): Promise<readonly UserSummary[]>;
  /** Those of the organisation who are not deactivated, in the order of their ids, from after one on. */
  activePeople(orgId: OrgId, after: UserId | undefined, limit: number): Promise<readonly UserId[]>;
  /** Those of these people who belong to the organisation and are not deactivated. */
  existing(orgId: OrgId, ids: readonly UserId[]): Promise<ReadonlySet<UserId>>;
  /** Undefined where nobody in the organisation has the handle; who is deactivated keeps it. */
  findByHandle(orgId: OrgId, handle: string): Promise<UserId | undefined>;
  /** The groups a person is in. */
  groupsOf(id: UserId): Promise<readonly GroupId[]>;
  /** Of these people those who are in one of these groups, with one in which they are. */
  inGroups(groups: readonly GroupId[], people: readonly UserId[]): Promise<ReadonlyMap<UserId, GroupId>>;
  /** Those of these groups that the organisation has. */
  existingGroups(orgId: OrgId, ids: readonly GroupId[]): Promise<ReadonlySet<GroupId>>;
  /** Those between whom and the person nothing is said: one of the two blocked the other. */
  apartFrom(id: UserId): Promise<readonly UserId[]>;
  areApart(a: UserId, b: UserId): Promise<boolean>;
  /** Undefined where there is no such organisation. */
  orgName(orgId: OrgId): Promise<string | undefined>;
}

/** As much of a person as other contexts decide by. */
export interface UserSummary {
  readonly id: UserId;
  readonly orgId: OrgId;
  readonly handle: string;
  readonly name: string;
  readonly guest: boolean;
  readonly deactivated: boolean;
}
