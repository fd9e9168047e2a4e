import type { MessageId } from "../../../kernel/ids.ts";
import type { FileStore } from "./ports.ts";

/** Takes back what a message shared that was not posted; the files stay with their owner. May be called again. */
export async function releaseFiles(store: FileStore, message: MessageId): Promise<void> {
  await store.transact(async (tx) => {
    await tx.removeShares(message);
  });
}

/** A message is gone, and with it those of its files that are posted nowhere else. May be called again. */
export async function removeWithMessage(store: FileStore, message: MessageId): Promise<void> {
  await store.transact(async (tx) => {
    for (const file of await tx.removeShares(message)) {
      if (!(await tx.isShared(file.id))) await tx.removeFile(file);
    }
  });
}
