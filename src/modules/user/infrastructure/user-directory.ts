import type { CircleStore } from "../application/circle/ports.ts";
import type { UserFacade } from "../application/facade.ts";
import type { GroupStore } from "../application/groups/ports.ts";
import type { UserReads } from "../application/ports.ts";

interface DirectoryDeps {
  readonly read: UserReads;
  readonly groups: GroupStore;
  readonly circles: CircleStore;
}

/** Answers the other contexts. */
export function createUserDirectory({ read, groups, circles }: DirectoryDeps): UserFacade {
  return {
    groupsOf: groups.groupsOf,
    inGroups: groups.inGroups,
    apartFrom: circles.apartFrom,
    areApart: circles.areApart,
    async existingGroups(orgId, ids) {
      const all = new Set((await groups.list(orgId)).map(({ id }) => id));
      return new Set(ids.filter((id) => all.has(id)));
    },
    async findUsers(ids) {
      const users = await read.findUsers(ids);
      return users.map(({ id, orgId, handle, name, guest, deactivated }) => ({
        ...{ id, orgId, handle, name },
        guest: guest.holds,
        deactivated: deactivated.holds,
      }));
    },
    async activePeople(orgId, after, limit) {
      let page = await read.pageOfOrg(orgId, after, limit);
      let active = page.filter(({ deactivated }) => !deactivated.holds);
      // An empty answer says that there is nobody more.
      while (active.length === 0 && page.length === limit) {
        page = await read.pageOfOrg(orgId, page.at(-1)?.id, limit);
        active = page.filter(({ deactivated }) => !deactivated.holds);
      }
      return active.map(({ id }) => id);
    },
    async existing(orgId, ids) {
      const users = await read.findUsers(ids);
      const active = users.filter((user) => user.orgId === orgId && !user.deactivated.holds);
      return new Set(active.map(({ id }) => id));
    },
    async findByHandle(orgId, handle) {
      return (await read.findByHandle(orgId, handle))?.id;
    },
    async orgName(orgId) {
      return (await read.findOrg(orgId))?.name;
    },
  };
}
