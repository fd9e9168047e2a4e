import { createHash, randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as tus from "tus-js-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApiClient } from "../../dev/client/api-client.ts";
import { findFreePort, type ServerProcess, startServer } from "../../dev/server/server-process.ts";

const MIB = 1024 * 1024;
const UPLOADS = 5;
const UPLOAD_BYTES = 12 * MIB;
/** Small, so that there are many moments at which a kill may come. */
const CHUNK_BYTES = MIB / 4;
const KILLS = 4;

let dataDir: string;
let server: ServerProcess;
let port: number;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), "chatter-uploads-"));
  port = await findFreePort();
  server = await startServer({ dataDir, port });
});
afterAll(async () => {
  await server.stop();
  await rm(dataDir, { recursive: true, force: true });
});

/** Uploads that go on by themselves, as those of a browser do. */
class Uploader {
  readonly #uploads: readonly tus.Upload[];
  readonly #acknowledged: number[];
  readonly #finished: Promise<void>[];
  #begun = 0;
  #waiting: { readonly isReached: () => boolean; readonly resolve: () => void } | undefined;
  unfinished: number;

  constructor(token: string, contents: readonly Buffer[]) {
    this.unfinished = contents.length;
    this.#acknowledged = contents.map(() => 0);
    const headers = { authorization: `Bearer ${token}` };
    this.#finished = [];
    this.#uploads = contents.map((content, n) => {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      this.#finished.push(promise);
      return new tus.Upload(content, {
        endpoint: `${server.url}/files/uploads`,
        headers,
        metadata: { name: `content-${n}.bin` },
        chunkSize: CHUNK_BYTES,
        // As long as a start may take; after each chunk that arrives they are counted anew.
        retryDelays: Array.from({ length: 1_000 }, () => 100),
        onUploadUrlAvailable: () => this.#note(() => (this.#begun += 1)),
        onChunkComplete: (_size, accepted) => this.#note(() => (this.#acknowledged[n] = accepted)),
        onSuccess: () => {
          this.unfinished -= 1;
          resolve();
        },
        onError: reject,
      });
    });
  }

  /** Answers when each has its place on the server: a client that is not told of it begins another. */
  begin(): Promise<void> {
    for (const upload of this.#uploads) upload.start();
    return this.#until(() => this.#begun === this.#uploads.length);
  }

  acknowledgedAtLeast(bytes: number): Promise<void> {
    return this.#until(() => this.#acknowledged.reduce((sum, one) => sum + one, 0) >= bytes);
  }

  /** Answers the ids of the files. */
  async finish(): Promise<readonly string[]> {
    await Promise.all(this.#finished);
    return this.#uploads.map(({ url }) => url?.split("/").at(-1) ?? "");
  }

  #until(isReached: () => boolean): Promise<void> {
    if (isReached()) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiting = { isReached, resolve };
    });
  }

  #note(change: () => void): void {
    change();
    if (this.#waiting?.isReached()) this.#waiting.resolve();
  }
}

const sha256 = (content: Uint8Array) => createHash("sha256").update(content).digest("hex");

describe("a server that is killed during uploads", () => {
  it("has each of them whole in the end, and counts each once", { timeout: 240_000 }, async () => {
    const { sessionToken: token } = await createApiClient(server.url).auth.register({
      ...{ email: "owner@example.org", password: "a long enough password", name: "Owner" },
      orgName: "Example",
    });
    const different = Array.from({ length: UPLOADS - 1 }, () => randomBytes(UPLOAD_BYTES));
    // Two of them say the same, and take the same place.
    const contents = [...different, ...different.slice(0, 1)];
    const uploader = new Uploader(token, contents);
    await uploader.begin();
    for (let kill = 1; kill <= KILLS; kill++) {
      await uploader.acknowledgedAtLeast((kill * UPLOADS * UPLOAD_BYTES) / (KILLS + 1));
      expect(uploader.unfinished, "the kill comes during uploads").toBeGreaterThan(0);
      await server.kill();
      server = await startServer({ dataDir, port });
    }
    const fileIds = await uploader.finish();

    const api = createApiClient(server.url, token);
    for (const [n, fileId] of fileIds.entries()) {
      const response = await fetch(`${server.url}/files/${fileId}`, {
        headers: { authorization: `Bearer ${token}` },
      });
      expect(response.status).toBe(200);
      expect(sha256(new Uint8Array(await response.arrayBuffer()))).toBe(sha256(contents[n] ?? Buffer.of()));
    }
    expect(new Set(fileIds).size).toBe(UPLOADS);
    expect((await api.files.getUploadLimits({})).usedBytes).toBe(BigInt(UPLOADS * UPLOAD_BYTES));
    for (const fileId of fileIds) await api.files.deleteFile({ fileId });
    expect((await api.files.getUploadLimits({})).usedBytes).toBe(0n);
  });
});
