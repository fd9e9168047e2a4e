import type { OrgId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import type { Org } from "../domain/user.ts";
import type { UserPorts } from "./ports.ts";

/** Throws ORG_NOT_FOUND. */
export async function getOrg({ store }: Pick<UserPorts, "store">, id: OrgId): Promise<Org> {
  const org = await store.read.findOrg(id);
  if (org === undefined) throw refuse("ORG_NOT_FOUND");
  return org;
}
