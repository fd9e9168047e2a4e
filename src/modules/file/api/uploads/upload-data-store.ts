import type { Readable } from "node:stream";
import { DataStore, Upload } from "@tus/utils";
import { type FileId, isId } from "../../../../kernel/ids.ts";
import { accessUpload } from "../../application/access-upload.ts";
import { type BeginUploadDeps, beginUpload, giveUp } from "../../application/begin-upload.ts";
import { UPLOAD_MS } from "../../application/collect.ts";
import { receiveBytes } from "../../application/receive-bytes.ts";
import { refuse } from "../../domain/errors.ts";
import { currentAsker } from "./asker.ts";

/** Our use cases as what the tus server keeps uploads in. */
export class UploadDataStore extends DataStore {
  readonly #deps: BeginUploadDeps;
  readonly #finish: (id: FileId) => Promise<void>;

  constructor(deps: BeginUploadDeps, finish: (id: FileId) => Promise<void>) {
    super();
    this.#deps = deps;
    this.#finish = finish;
    // Only what is true: there is no concatenation, no checksum, and no length that is told later.
    this.extensions = ["creation", "creation-with-upload", "termination", "expiration"];
  }

  override async create(upload: Upload): Promise<Upload> {
    const { name } = { name: "", ...upload.metadata };
    const begun = { id: idOf(upload.id), name: name ?? "", bytes: lengthOf(upload) };
    const { begunAt } = await beginUpload(this.#deps, currentAsker(), begun);
    upload.creation_date = begunAt.toISOString();
    return upload;
  }

  /** Whose all bytes are there and which is no file yet was broken off between the two: it becomes one now. */
  override async getUpload(given: string): Promise<Upload> {
    const id = idOf(given);
    const known = await accessUpload(this.#deps, currentAsker(), id);
    if (!known.finished && known.received === known.bytes) await this.#finish(id);
    return new Upload({
      id,
      size: known.bytes,
      offset: known.received,
      metadata: { name: known.name },
      creation_date: known.begunAt.toISOString(),
    });
  }

  override write(source: Readable, id: string, offset: number): Promise<number> {
    return receiveBytes(this.#deps, { id: idOf(id), offset }, source);
  }

  override async remove(given: string): Promise<void> {
    const id = idOf(given);
    const { finished } = await accessUpload(this.#deps, currentAsker(), id);
    // What became a file is deleted as one, by who may.
    if (finished) throw refuse("UPLOAD_NOT_FOUND");
    await giveUp(this.#deps, { id });
  }

  override getExpiration(): number {
    return UPLOAD_MS;
  }
}

function idOf(text: string): FileId {
  if (!isId("fil", text)) throw refuse("UPLOAD_NOT_FOUND");
  return text;
}

function lengthOf({ size }: Upload): number {
  // The server has refused a length that is told later, and what is no number.
  if (size === undefined || !Number.isSafeInteger(size)) throw refuse("UPLOAD_TOO_LARGE");
  return size;
}
