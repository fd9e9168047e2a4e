import type { Clock } from "../../../kernel/clock.ts";
import { giveUp } from "./begin-upload.ts";
import type { Contents, FileStore, PostedMessages, Staging } from "./ports.ts";
import { releaseFiles } from "./release-files.ts";

export interface CollectDeps {
  readonly clock: Clock;
  readonly store: FileStore;
  readonly staging: Staging;
  readonly contents: Contents;
  readonly messages: PostedMessages;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** How long an upload may take, from its beginning on. */
export const UPLOAD_MS = 3 * DAY_MS;
/** How long a file is kept that was posted nowhere. */
const UNSHARED_MS = 7 * DAY_MS;
/** Longer than posting a message can take. */
const UNCONFIRMED_MS = 10 * MINUTE_MS;
const AT_ONCE = 500;

/** Takes away what nobody will come back to, and what crashes left. May be broken off anywhere. */
export async function collect(deps: CollectDeps): Promise<void> {
  const since = (ms: number) => new Date(deps.clock.now().getTime() - ms);
  await settleShares(deps, since(UNCONFIRMED_MS));
  await giveUpUploads(deps, since(UPLOAD_MS));
  await removeStrays(deps, since(HOUR_MS));
  await removeUnshared(deps, since(UNSHARED_MS));
  await removeContents(deps);
}

/** Whoever shares a file and then fails to post the message, and to take it back, is found here. */
async function settleShares({ store, messages }: CollectDeps, before: Date): Promise<void> {
  for (;;) {
    const open = await store.unconfirmedBefore(before, AT_ONCE);
    if (open.length === 0) return;
    const posted = await messages.posted(open);
    for (const message of open) if (!posted.has(message)) await releaseFiles(store, message);
    await store.confirm(open.filter((message) => posted.has(message)));
  }
}

async function giveUpUploads(deps: CollectDeps, before: Date): Promise<void> {
  for (;;) {
    const uploads = await deps.store.uploadsBefore(before, AT_ONCE);
    for (const upload of uploads) await giveUp(deps, upload);
    if (uploads.length < AT_ONCE) return;
  }
}

/** What was received for an upload that nobody knows of any more. */
async function removeStrays({ store, staging }: CollectDeps, before: Date): Promise<void> {
  for await (const { id, touchedAt } of staging.list()) {
    if (touchedAt < before && (await store.findUpload(id)) === undefined) await staging.remove(id);
  }
}

async function removeUnshared({ store }: CollectDeps, before: Date): Promise<void> {
  for (;;) {
    const files = await store.unsharedBefore(before, AT_ONCE);
    for (const { id } of files) {
      await store.transact(async (tx) => {
        // Somebody may have posted it since it was found.
        for (const file of await tx.lockFiles([id])) if (!(await tx.isShared(id))) await tx.removeFile(file);
      });
    }
    if (files.length < AT_ONCE) return;
  }
}

async function removeContents({ store, contents }: CollectDeps): Promise<void> {
  for (;;) {
    const hashes = await store.unusedContents(AT_ONCE);
    for (const hash of hashes) {
      await store.transact(async (tx) => {
        await tx.lockContent(hash);
        if (await tx.isContentUsed(hash)) return;
        await contents.remove(hash);
        await tx.forgetContent(hash);
      });
    }
    if (hashes.length < AT_ONCE) return;
  }
}
