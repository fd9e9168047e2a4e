import { open } from "node:fs/promises";

/** Waits until the names in the folder are on the disk: a new file outlives a power cut only after that. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
