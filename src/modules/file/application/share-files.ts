import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { FileId } from "../../../kernel/ids.ts";
import { type Authorizer, fileResource } from "../../../platform/authz/authorizer.ts";
import { refuse } from "../domain/errors.ts";
import type { StoredFile } from "../domain/file.ts";
import type { FileStore, Posting } from "./ports.ts";

export interface ShareFilesDeps {
  readonly clock: Clock;
  readonly store: FileStore;
  readonly authorizer: Pick<Authorizer, "check">;
}

/**
 * Lets everybody see these files who reads the channel. Whoever sees a file may share it: no second copy is made.
 * Answers them in the order asked. Throws FILE_NOT_FOUND.
 */
export async function shareFiles(
  { clock, store, authorizer }: ShareFilesDeps,
  { userId }: Actor,
  by: Posting,
  ids: readonly FileId[],
): Promise<readonly StoredFile[]> {
  const may = await Promise.all(ids.map((id) => authorizer.check(userId, "share", fileResource(id))));
  if (!may.every(Boolean)) throw refuse("FILE_NOT_FOUND");
  return store.transact(async (tx) => {
    const files = new Map((await tx.lockFiles(ids)).map((file) => [file.id, file]));
    const shared = ids.map((id) => {
      const file = files.get(id);
      if (file === undefined) throw refuse("FILE_NOT_FOUND");
      return file;
    });
    await tx.addShares(ids, by, clock.now());
    return shared;
  });
}
