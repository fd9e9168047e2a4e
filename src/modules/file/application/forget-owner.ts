import type { UserId } from "../../../kernel/ids.ts";
import { giveUp } from "./begin-upload.ts";
import { deleteFile } from "./delete-file.ts";
import type { FileStore, Staging } from "./ports.ts";

/**
 * Gives up what somebody who is gone had begun to upload, and deletes what they posted nowhere. What they posted goes
 * with their messages. May be called again.
 */
export async function forgetOwner(
  deps: { readonly store: FileStore; readonly staging: Staging },
  owner: UserId,
): Promise<void> {
  for (const upload of await deps.store.uploadsOf(owner)) await giveUp(deps, upload);
  for (const { id } of await deps.store.unsharedOf(owner)) await deleteFile(deps.store, id);
}
