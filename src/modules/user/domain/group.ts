import type { GroupId, OrgId, UserId } from "../../../kernel/ids.ts";
import { refuse } from "./errors.ts";
import { readHandle } from "./handle.ts";
import { readName, tidy } from "./text.ts";

/** People who are called and given rights together. */
export interface Group {
  readonly id: GroupId;
  readonly orgId: OrgId;
  /** Unique among people and groups of the organisation, what follows the @. */
  readonly handle: string;
  readonly name: string;
  readonly description: string;
}

export type GroupDescription = Pick<Group, "handle" | "name" | "description">;

const MOST_GROUPS = 200;
const MOST_MEMBERS = 1_000;

export type GroupEvent =
  | { readonly type: "group_created" | "group_changed"; readonly group: Group }
  | {
      readonly type: "members_added" | "members_removed";
      readonly groupId: GroupId;
      readonly userIds: readonly UserId[];
    }
  /** Everybody who was in it. */
  | { readonly type: "group_deleted"; readonly groupId: GroupId; readonly userIds: readonly UserId[] };

/** Fields that are undefined stay as they are. Throws HANDLE_MALFORMED, HANDLE_RESERVED, NAME_EMPTY. */
export function describeGroup(
  group: Group,
  { handle, name, description }: { readonly [Part in keyof GroupDescription]: string | undefined },
): Group {
  return {
    ...group,
    handle: handle === undefined ? group.handle : readHandle(handle),
    name: name === undefined ? group.name : readName(name),
    description: description === undefined ? group.description : tidy(description),
  };
}

/** Throws TOO_MANY_GROUPS. */
export function assertRoomForGroup(groups: number): void {
  if (groups >= MOST_GROUPS) throw refuse("TOO_MANY_GROUPS", { limit: MOST_GROUPS });
}

/** Throws GROUP_FULL. */
export function assertRoomForMembers(members: number): void {
  if (members > MOST_MEMBERS) throw refuse("GROUP_FULL", { limit: MOST_MEMBERS });
}
