import type { Readable } from "node:stream";
import { DomainError } from "../../../kernel/errors.ts";
import type { FileId } from "../../../kernel/ids.ts";
import { giveUp } from "./begin-upload.ts";
import type { FileStore, Staging } from "./ports.ts";

/**
 * Writes what comes of an upload; answers how many bytes are there then. Where the disk is full the upload is given
 * up, so that at least its own room is free. Throws STORAGE_FULL.
 */
export async function receiveBytes(
  deps: { readonly store: FileStore; readonly staging: Staging },
  { id, offset }: { readonly id: FileId; readonly offset: number },
  source: Readable,
): Promise<number> {
  try {
    return await deps.staging.append(id, offset, source);
  } catch (error) {
    if (error instanceof DomainError && error.reason === "STORAGE_FULL") await giveUp(deps, { id });
    throw error;
  }
}
