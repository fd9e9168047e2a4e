import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { FileId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import type { Upload } from "../domain/file.ts";
import { fileNameOf } from "../domain/file-name.ts";
import { assertRoom, type Limits } from "../domain/quota.ts";
import type { FileStore, Staging } from "./ports.ts";

export interface BeginUploadDeps {
  readonly clock: Clock;
  readonly limits: Limits;
  readonly store: FileStore;
  readonly staging: Staging;
}

export interface BeginUpload {
  /** The id that the file will have; new. */
  readonly id: FileId;
  readonly name: string;
  readonly bytes: number;
}

/**
 * Keeps room for a file that is about to come, so that who was let in is not turned away half-way. Throws
 * READ_ONLY_KEY, UPLOAD_TOO_LARGE, QUOTA_EXCEEDED, TOO_MANY_UPLOADS, STORAGE_FULL.
 */
export async function beginUpload(
  deps: BeginUploadDeps,
  actor: Actor,
  { id, name, bytes }: BeginUpload,
): Promise<Upload> {
  const { clock, limits, store, staging } = deps;
  if (actor.scope !== "full") throw refuse("READ_ONLY_KEY");
  const { orgId, userId } = actor;
  const upload = { id, orgId, ownerId: userId, name: fileNameOf(name), bytes, begunAt: clock.now() };
  await store.transact(async (tx) => {
    assertRoom(limits, await tx.accessUsage(orgId, userId), bytes);
    if ((await tx.countUploads(userId)) >= limits.openUploads) throw refuse("TOO_MANY_UPLOADS");
    await tx.addUpload(upload);
  });
  try {
    await staging.create(id);
  } catch (error) {
    await giveUp(deps, upload);
    throw error;
  }
  return upload;
}

/** Makes the room free again. Nothing is left where it was given up already. */
export async function giveUp(
  { store, staging }: Pick<BeginUploadDeps, "store" | "staging">,
  { id }: Pick<Upload, "id">,
): Promise<void> {
  await store.transact(async (tx) => {
    const upload = await tx.lockUpload(id);
    if (upload !== undefined) await tx.removeUpload(upload, "it was given up");
  });
  await staging.remove(id);
}
