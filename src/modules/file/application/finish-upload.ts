import type { Clock } from "../../../kernel/clock.ts";
import type { FileId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import type { ContentHash, StoredFile, Upload } from "../domain/file.ts";
import { isPicture } from "../domain/media-type.ts";
import type { Contents, FileStore, Inspector, Part, Rendered, Renderer, Staging } from "./ports.ts";

export interface FinishUploadDeps {
  readonly clock: Clock;
  readonly store: FileStore;
  readonly staging: Staging;
  readonly contents: Contents;
  readonly inspector: Inspector;
  readonly renderer: Renderer;
}

/**
 * Makes a file of an upload of which all bytes are there. What was received stays until the file is, so this may be
 * called again after whatever happened; answers the file that there is already. Throws UPLOAD_NOT_FOUND.
 */
export async function finishUpload(deps: FinishUploadDeps, id: FileId): Promise<StoredFile> {
  const { store, staging, inspector, renderer } = deps;
  const upload = await store.findUpload(id);
  if (upload === undefined) return finished(store, id);
  const path = staging.path(id);
  const { hash, type } = await inspector.inspect(path);
  const rendered = isPicture(type) ? await renderer.render(path) : undefined;
  try {
    const parts = { content: path, ...rendered?.paths };
    await adopt(deps, hash, parts);
    const file = fileOf(upload, { type, hash, rendered, uploadedAt: deps.clock.now() });
    if (!(await become(deps, { upload, file, parts }))) return await finished(store, id);
    await staging.remove(id);
    return file;
  } finally {
    await rendered?.discard();
  }
}

async function finished(store: FileStore, id: FileId): Promise<StoredFile> {
  const file = await store.findFile(id);
  if (file === undefined) throw refuse("UPLOAD_NOT_FOUND");
  return file;
}

type Parts = Readonly<Partial<Record<Part, string>>> & { readonly content: string };

/** First it is noted that there will be such a content: what a crash leaves is found by that. */
async function adopt({ store, contents }: FinishUploadDeps, hash: ContentHash, parts: Parts): Promise<void> {
  await store.transact((tx) => tx.noteContent(hash));
  await adoptParts(contents, hash, parts);
}

/** The content last: where it is, all of it is. */
async function adoptParts(contents: Contents, hash: ContentHash, parts: Parts): Promise<void> {
  for (const part of ["small", "large", "content"] as const) {
    const path = parts[part];
    if (path !== undefined) await contents.adopt(hash, part, path);
  }
}

/** False where it has become one already. */
function become(
  deps: FinishUploadDeps,
  { upload, file, parts }: { readonly upload: Upload; readonly file: StoredFile; readonly parts: Parts },
): Promise<boolean> {
  return deps.store.transact(async (tx) => {
    const locked = await tx.lockUpload(upload.id);
    if (locked === undefined) return false;
    await tx.lockContent(file.hash);
    await tx.noteContent(file.hash);
    // The last file with this content may have gone, and the content with it, since it was adopted.
    if ((await deps.contents.size(file.hash, "content")) === undefined) {
      await adoptParts(deps.contents, file.hash, parts);
    }
    await tx.removeUpload(locked, "it became a file");
    await tx.addFile(file);
    return true;
  });
}

interface Found {
  readonly type: string;
  readonly hash: ContentHash;
  readonly rendered: Rendered | undefined;
  readonly uploadedAt: Date;
}

function fileOf(upload: Upload, { type, hash, rendered, uploadedAt }: Found): StoredFile {
  const { id, orgId, ownerId, name, bytes } = upload;
  const picture = rendered?.picture;
  return { id, orgId, ownerId, name, type, bytes, hash, uploadedAt, ...(picture && { picture }) };
}
