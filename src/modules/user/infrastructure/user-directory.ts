import type { UserFacade } from "../application/facade.ts";
import type { UserReads } from "../application/ports.ts";

/** Answers the other contexts. */
export function createUserDirectory(read: UserReads): UserFacade {
  return {
    async findUsers(ids) {
      const users = await read.findUsers(ids);
      return users.map(({ id, orgId, handle, name, guest, deactivated }) => ({
        ...{ id, orgId, handle, name },
        guest: guest.holds,
        deactivated: deactivated.holds,
      }));
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
