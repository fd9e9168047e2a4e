import type { OrgId, UserId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import { handlesFor } from "../domain/handle.ts";
import { findName, readName } from "../domain/text.ts";
import type { User } from "../domain/user.ts";
import type { UserPorts, UserTransaction } from "./ports.ts";

/** Somebody registered. */
export interface Newcomer {
  readonly userId: UserId;
  readonly orgId: OrgId;
  readonly name: string;
  /** What they are called elsewhere, to make the handle of; undefined: it is made of the name. */
  readonly preferredHandle: string | undefined;
  readonly guest: boolean;
  /** Set when the person founded the organisation. */
  readonly createdOrgName: string | undefined;
  readonly registeredAt: Date;
}

/**
 * Gives a newcomer a profile with a handle of their own. Told twice of the same one, it does nothing. Throws
 * NO_HANDLE_FREE.
 */
export async function welcomeNewcomer(
  { store }: Pick<UserPorts, "store">,
  newcomer: Newcomer,
): Promise<void> {
  const { userId, orgId, createdOrgName } = newcomer;
  await store.transact(async (tx) => {
    if ((await tx.findUser(userId)) !== undefined) return;
    if (createdOrgName !== undefined) await tx.addOrg({ id: orgId, name: nameOfOrg(createdOrgName) });
    const user = await addWithFreeHandle(tx, newcomer);
    if (user === undefined) return;
    await tx.record([{ type: "user_joined", user, founder: createdOrgName !== undefined }]);
  });
}

/** Undefined where the same newcomer is being welcomed at the same moment. */
async function addWithFreeHandle(tx: UserTransaction, newcomer: Newcomer): Promise<User | undefined> {
  for (const handle of handlesFor(newcomer.preferredHandle ?? newcomer.name, newcomer.userId)) {
    const user = profileOf(newcomer, handle);
    if (await tx.addUser(user)) return user;
    if ((await tx.findUser(user.id)) !== undefined) return undefined;
  }
  throw refuse("NO_HANDLE_FREE");
}

function profileOf(newcomer: Newcomer, handle: string): User {
  const { userId: id, orgId, name, guest, registeredAt: since } = newcomer;
  return {
    id,
    orgId,
    handle,
    // A registration is not taken back because nothing of the name can be seen.
    name: findName(name) ?? handle,
    title: "",
    timezone: "",
    avatar: undefined,
    status: undefined,
    deactivated: { holds: false, since },
    guest: { holds: guest, since },
  };
}

function nameOfOrg(name: string): string {
  return findName(name) ?? readName("Chatter");
}
