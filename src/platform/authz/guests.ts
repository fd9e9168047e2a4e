import type { Actor } from "../../kernel/actor.ts";
import { type Authorizer, orgResource } from "./authorizer.ts";

/** A guest is who may not browse the organisation. */
export function guestsOf(authorizer: Pick<Authorizer, "check">) {
  return {
    isGuest: async ({ userId, orgId }: Pick<Actor, "userId" | "orgId">): Promise<boolean> =>
      !(await authorizer.check(userId, "browse", orgResource(orgId))),
  };
}
