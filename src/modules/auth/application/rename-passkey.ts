import type { Actor } from "../../../kernel/actor.ts";
import type { PasskeyId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import type { AuthPorts } from "./ports.ts";

/** Throws PASSKEY_NOT_FOUND. */
export async function renamePasskey(
  { store }: Pick<AuthPorts, "store">,
  { userId }: Actor,
  { id, name }: { readonly id: PasskeyId; readonly name: string },
): Promise<void> {
  await store.transact(async (tx) => {
    await tx.accounts.access(userId);
    const passkey = (await tx.passkeys.list(userId)).find((each) => each.id === id);
    if (passkey === undefined) throw refuse("PASSKEY_NOT_FOUND");
    await tx.passkeys.save({ ...passkey, name: name.trim() });
  });
}
