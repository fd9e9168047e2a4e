import type { Actor } from "../../../kernel/actor.ts";
import { readName } from "../domain/text.ts";
import type { Org } from "../domain/user.ts";
import type { UserPorts } from "./ports.ts";

/** Throws NAME_EMPTY. */
export async function renameOrg(
  { store }: Pick<UserPorts, "store">,
  { orgId }: Actor,
  name: string,
): Promise<Org> {
  const org = { id: orgId, name: readName(name) };
  await store.transact(async (tx) => {
    await tx.renameOrg(org);
    await tx.record([{ type: "org_renamed", org }]);
  });
  return org;
}
