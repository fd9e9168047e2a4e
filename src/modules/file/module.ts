import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Actor } from "../../kernel/actor.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { FileId, Ids, MessageId } from "../../kernel/ids.ts";
import type { Authorizer, Relationships } from "../../platform/authz/authorizer.ts";
import type { PlainRoute } from "../../platform/http/plain-routes.ts";
import type { Log } from "../../platform/log/log.ts";
import type { Subscription } from "../../platform/outbox/event-bus.ts";
import type { Database } from "../../platform/postgres/database.ts";
import type { Gate } from "../../platform/rpc/gate.ts";
import { downloadRoutes } from "./api/download-routes.ts";
import { fileRoutes } from "./api/file-service.ts";
import { fileSubscriptions } from "./api/subscriptions.ts";
import { uploadRoutes } from "./api/uploads/upload-routes.ts";
import { collect } from "./application/collect.ts";
import { finishUpload } from "./application/finish-upload.ts";
import type { PostedMessages, Posting } from "./application/ports.ts";
import { releaseFiles } from "./application/release-files.ts";
import { shareFiles } from "./application/share-files.ts";
import type { StoredFile } from "./domain/file.ts";
import type { Limits } from "./domain/quota.ts";
import { contentInspector } from "./infrastructure/content-inspector.ts";
import { createDiskContents } from "./infrastructure/disk/disk-contents.ts";
import { openDiskStaging } from "./infrastructure/disk/disk-staging.ts";
import { createFileStore } from "./infrastructure/file-store.ts";
import { createPictureRenderer } from "./infrastructure/pictures/picture-renderer.ts";
import type { FileSchema } from "./infrastructure/schema.ts";

/** What the context needs: engines, a folder, and what the message context knows, in its own words. */
export interface FileDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** That of the role chatter_file. */
  readonly database: Database<FileSchema>;
  readonly relationships: Relationships;
  readonly authorizer: Pick<Authorizer, "check">;
  readonly gate: Gate;
  readonly messages: PostedMessages;
  /** Where content is kept, and what is on its way. */
  readonly folder: string;
  readonly limits: Limits;
}

export interface FileModule {
  /** Serves FileService of chatter.file.v1. */
  readonly routes: ReturnType<typeof fileRoutes>;
  /** Uploads by the tus protocol, and downloads. */
  readonly plainRoutes: readonly PlainRoute[];
  /** To be registered with the event bus. */
  readonly subscriptions: readonly Subscription[];
  /**
   * Lets everybody see these files who reads the channel, because of a message that is about to be posted; answers
   * them in this order. Throws FILE_NOT_FOUND.
   */
  share(actor: Actor, by: Posting, ids: readonly FileId[]): Promise<readonly StoredFile[]>;
  /** Takes that back: the message was not posted. */
  release(message: MessageId): Promise<void>;
  /** Takes away what nobody will come back to. Worth doing a few times an hour. */
  collect(): Promise<void>;
  /** Ends the process that makes pictures. */
  close(): Promise<void>;
}

export async function createFileModule(deps: FileDeps): Promise<FileModule> {
  const { folder, log } = deps;
  const pictures = join(folder, "pictures");
  await mkdir(pictures, { recursive: true, mode: 0o700 });
  const staging = await openDiskStaging(join(folder, "uploads"));
  const contents = createDiskContents(join(folder, "contents"));
  const renderer = createPictureRenderer({ folder: pictures });
  const store = createFileStore(deps);
  const parts = { ...deps, store, staging, contents, renderer, inspector: contentInspector };
  const finish = once((id: FileId) => finishUpload(parts, id));
  const failed = (what: string, error: unknown) => log.error({ err: error, what }, "a file failed");
  return {
    routes: fileRoutes(parts),
    plainRoutes: [
      ...uploadRoutes({ ...parts, failed, finish: async (id) => void (await finish(id)) }),
      ...downloadRoutes(parts),
    ],
    subscriptions: fileSubscriptions(parts),
    share: (actor, by, ids) => shareFiles(parts, actor, by, ids),
    release: (message) => releaseFiles(store, message),
    collect: () => collect(parts),
    close: renderer.close,
  };
}

/** What is being done for an id is waited for, not done twice. */
function once<T>(work: (id: FileId) => Promise<T>): (id: FileId) => Promise<T> {
  const running = new Map<FileId, Promise<T>>();
  return (id) => {
    const known = running.get(id);
    if (known !== undefined) return known;
    const begun = work(id).finally(() => running.delete(id));
    running.set(id, begun);
    return begun;
  };
}
