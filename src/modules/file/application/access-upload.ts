import type { Actor } from "../../../kernel/actor.ts";
import type { FileId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import type { FileStore, Staging } from "./ports.ts";

/** How far an upload has come. */
export interface UploadProgress {
  readonly id: FileId;
  readonly name: string;
  readonly bytes: number;
  readonly received: number;
  readonly begunAt: Date;
  /** It is a file now. */
  readonly finished: boolean;
}

/** One's own upload, or the file that it became. Throws UPLOAD_NOT_FOUND. */
export async function accessUpload(
  { store, staging }: { readonly store: FileStore; readonly staging: Staging },
  { userId }: Actor,
  id: FileId,
): Promise<UploadProgress> {
  const upload = await store.findUpload(id);
  if (upload?.ownerId === userId) {
    const received = await staging.size(id);
    if (received === undefined) throw refuse("UPLOAD_NOT_FOUND");
    const { name, bytes, begunAt } = upload;
    return { id, name, bytes, received, begunAt, finished: false };
  }
  const file = await store.findFile(id);
  if (file?.ownerId !== userId) throw refuse("UPLOAD_NOT_FOUND");
  const { name, bytes, uploadedAt } = file;
  return { id, name, bytes, received: bytes, begunAt: uploadedAt, finished: true };
}
