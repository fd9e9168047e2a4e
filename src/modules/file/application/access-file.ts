import type { Actor } from "../../../kernel/actor.ts";
import type { FileId } from "../../../kernel/ids.ts";
import { type Authorizer, fileResource } from "../../../platform/authz/authorizer.ts";
import { refuse } from "../domain/errors.ts";
import type { StoredFile } from "../domain/file.ts";
import type { FileStore } from "./ports.ts";

export interface AccessFileDeps {
  readonly store: Pick<FileStore, "findFile">;
  readonly authorizer: Pick<Authorizer, "check">;
}

/** A file that somebody may see. Throws FILE_NOT_FOUND, whether or not there is one. */
export async function accessFile(
  { store, authorizer }: AccessFileDeps,
  { userId }: Actor,
  id: FileId,
): Promise<StoredFile> {
  const file = (await authorizer.check(userId, "view", fileResource(id))) && (await store.findFile(id));
  if (!file) throw refuse("FILE_NOT_FOUND");
  return file;
}
