import type { Actor } from "../../../../kernel/actor.ts";
import type { GroupId, UserId } from "../../../../kernel/ids.ts";
import { refuse } from "../../domain/errors.ts";
import type { CountedGroup, GroupPorts } from "./ports.ts";

export interface SeenGroup extends CountedGroup {
  /** The one who looks is in it. */
  readonly mine: boolean;
}

type Ports = Pick<GroupPorts, "groups" | "guests" | "sharedChannels">;

/** The groups that somebody may see: a guest those of people they share a channel with. */
export async function listGroups(ports: Ports, actor: Actor): Promise<readonly SeenGroup[]> {
  const { groups } = ports;
  const [all, mine, visible] = await Promise.all([
    groups.list(actor.orgId),
    groups.groupsOf(actor.userId),
    visibleGroups(ports, actor),
  ]);
  const seen = all.filter(({ id }) => visible?.has(id) ?? true);
  return seen.map((group) => ({ ...group, mine: mine.includes(group.id) }));
}

/** Undefined: all. */
async function visibleGroups(
  { groups, guests, sharedChannels }: Ports,
  actor: Actor,
): Promise<ReadonlySet<GroupId> | undefined> {
  if (!(await guests.isGuest(actor))) return undefined;
  return groups.groupsWith(await withOneself(sharedChannels, actor));
}

async function withOneself({ peopleSharedWith }: Ports["sharedChannels"], { userId }: Actor) {
  return new Set([...(await peopleSharedWith(userId)), userId]);
}

export interface GroupMemberPage {
  readonly userIds: readonly UserId[];
  /** Undefined at the end. */
  readonly next: UserId | undefined;
}

/** The people of a group, by id; to a guest those they share a channel with. Throws GROUP_NOT_FOUND. */
export async function listGroupMembers(
  ports: Ports,
  actor: Actor,
  { groupId, pageSize, after }: { groupId: GroupId; pageSize: number; after: UserId | undefined },
): Promise<GroupMemberPage> {
  const { groups, guests, sharedChannels } = ports;
  const group = await groups.find(groupId);
  if (group?.orgId !== actor.orgId) throw refuse("GROUP_NOT_FOUND");
  const found = await groups.members(groupId, { after, limit: pageSize + 1 });
  const page = found.slice(0, pageSize);
  const next = found.length > pageSize ? page.at(-1) : undefined;
  if (!(await guests.isGuest(actor))) return { userIds: page, next };
  const shared = await withOneself(sharedChannels, actor);
  if (!(await groups.groupsWith(shared)).has(groupId)) throw refuse("GROUP_NOT_FOUND");
  return { userIds: page.filter((id) => shared.has(id)), next };
}
