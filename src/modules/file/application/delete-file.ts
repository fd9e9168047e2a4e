import type { FileId } from "../../../kernel/ids.ts";
import type { FileStore } from "./ports.ts";

/** Nobody sees the file from then on, wherever it was posted; what names it in messages stays. May be called again. */
export async function deleteFile(store: FileStore, id: FileId): Promise<void> {
  await store.transact(async (tx) => {
    for (const file of await tx.lockFiles([id])) await tx.removeFile(file);
  });
}
