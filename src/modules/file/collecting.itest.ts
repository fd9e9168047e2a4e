import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMigratedDatabase } from "../../app/testing/database.ts";
import type { Actor } from "../../kernel/actor.ts";
import { createIds, type FileId, type MessageId } from "../../kernel/ids.ts";
import { createTestClock } from "../../kernel/testing/test-clock.ts";
import { createAuthorizer } from "../../platform/authz/create-authorizer.ts";
import { openDatabase } from "../../platform/postgres/database.ts";
import { createStreams } from "../../platform/stream/streams.ts";
import { beginUpload } from "./application/begin-upload.ts";
import { collect } from "./application/collect.ts";
import { finishUpload } from "./application/finish-upload.ts";
import { receiveBytes } from "./application/receive-bytes.ts";
import { shareFiles } from "./application/share-files.ts";
import { contentInspector } from "./infrastructure/content-inspector.ts";
import { createDiskContents } from "./infrastructure/disk/disk-contents.ts";
import { openDiskStaging } from "./infrastructure/disk/disk-staging.ts";
import { createFileStore } from "./infrastructure/file-store.ts";
import type { FileSchema } from "./infrastructure/schema.ts";

const DAY_MS = 86_400_000;
const clock = createTestClock();
const ids = createIds(clock);
const actor: Actor = { userId: ids.next("usr"), orgId: ids.next("org"), scope: "full" };
const posted = new Set<MessageId>();

let parts: Awaited<ReturnType<typeof openParts>>;
beforeAll(async () => {
  parts = await openParts();
});
afterAll(() => parts.close());

async function openParts() {
  const { url, drop } = await createMigratedDatabase();
  const open = <Schema>(role: string) =>
    openDatabase<Schema>({
      url,
      role: `chatter_${role}`,
      onError: (error) => expect.unreachable(error.message),
    });
  const database = open<FileSchema>("file");
  const others = [open<unknown>("stream"), open<unknown>("authz")] as const;
  const authorizer = createAuthorizer({ database: others[1], streams: createStreams(others[0]) });
  const folder = await mkdtemp(join(tmpdir(), "chatter-files-"));
  return {
    ...{ clock, authorizer, inspector: contentInspector },
    store: createFileStore({ database, relationships: authorizer }),
    staging: await openDiskStaging(join(folder, "uploads")),
    contents: createDiskContents(join(folder, "contents")),
    renderer: { render: async () => undefined },
    limits: { file: 1e9, person: 1e9, org: 1e9, openUploads: 100 },
    messages: {
      posted: async (asked: readonly MessageId[]) => new Set(asked.filter((id) => posted.has(id))),
    },
    async close() {
      for (const each of [database, ...others]) await each.close();
      await rm(folder, { recursive: true });
      await drop();
    },
  };
}

async function begin(content: string): Promise<FileId> {
  const id = ids.next("fil");
  await beginUpload(parts, actor, { id, name: "note.txt", bytes: content.length });
  await receiveBytes(parts, { id, offset: 0 }, Readable.from([Buffer.from(content)]));
  return id;
}

async function upload(content: string) {
  return finishUpload(parts, await begin(content));
}

const used = () => parts.store.usage(actor.orgId, actor.userId);
const isKept = async ({ hash }: { readonly hash: Parameters<typeof parts.contents.size>[0] }) =>
  (await parts.contents.size(hash, "content")) !== undefined;

describe("clearing away", () => {
  it("gives up uploads that have not ended after three days, and their room", async () => {
    const id = await begin("never ends");
    const before = await used();
    await collect(parts);
    expect(await parts.store.findUpload(id)).toBeDefined();
    clock.advance(3 * DAY_MS + 1);
    await collect(parts);
    expect(await parts.store.findUpload(id)).toBeUndefined();
    expect(await parts.staging.size(id)).toBeUndefined();
    expect(await used()).toEqual({ person: before.person - 10, org: before.org - 10 });
  });

  it("takes a file that was posted nowhere for a week, and its content with the last of its files", async () => {
    const [one, same] = [await upload("twice the same"), await upload("twice the same")];
    expect(same.hash).toBe(one.hash);
    await shareFiles(parts, actor, { messageId: messageThatIs("posted"), channelId: ids.next("chn") }, [
      same.id,
    ]);
    clock.advance(8 * DAY_MS);
    await collect(parts);
    expect(await parts.store.findFile(one.id)).toBeUndefined();
    expect(await parts.store.findFile(same.id)).toBeDefined();
    expect(await isKept(one)).toBe(true);
    await parts.store.transact(async (tx) => {
      for (const file of await tx.lockFiles([same.id])) await tx.removeFile(file);
    });
    await collect(parts);
    expect(await isKept(one)).toBe(false);
    expect(await used()).toEqual({ person: 0, org: 0 });
  });

  it("takes back what was shared for a message that was never posted", async () => {
    const file = await upload("for nobody");
    const messageId = messageThatIs("not posted");
    await shareFiles(parts, actor, { messageId, channelId: ids.next("chn") }, [file.id]);
    clock.advance(11 * 60_000);
    await collect(parts);
    expect(await parts.store.transact((tx) => tx.isShared(file.id))).toBe(false);
    expect(await parts.store.findFile(file.id)).toBeDefined();
  });

  it("finds a content that a crash left before there was a file of it", async () => {
    const id = await begin("left behind");
    const { hash } = await contentInspector.inspect(parts.staging.path(id));
    await parts.store.transact((tx) => tx.noteContent(hash));
    await parts.contents.adopt(hash, "content", parts.staging.path(id));
    await collect(parts);
    expect(await isKept({ hash })).toBe(false);
    // The upload was not touched by it, and becomes a file when it is asked for again.
    expect((await finishUpload(parts, id)).hash).toBe(hash);
    expect(await isKept({ hash })).toBe(true);
  });
});

function messageThatIs(state: "posted" | "not posted"): MessageId {
  const id = ids.next("msg");
  if (state === "posted") posted.add(id);
  return id;
}
