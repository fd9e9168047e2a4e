import { randomBytes } from "node:crypto";
import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFileWorld, type FilePerson, type FileWorld } from "./testing/file-world.ts";

const MIB = 1024 * 1024;

let world: FileWorld;
let ada: FilePerson;

beforeAll(async () => {
  world = await createFileWorld({ files: { file: 20 * MIB, person: 30 * MIB, openUploads: 3 } });
  ada = await world.join();
});
afterAll(() => world.stop());

const tus = { "tus-resumable": "1.0.0" };
const bytes = { ...tus, "content-type": "application/offset+octet-stream" };

const begin = (person: FilePerson, length: number | string) =>
  person.request("/files/uploads", {
    method: "POST",
    headers: { ...tus, "upload-length": String(length), "upload-metadata": "name eC5iaW4=" },
  });

const send = (person: FilePerson, path: string, offset: number, body: Buffer) =>
  person.request(path, { method: "PATCH", headers: { ...bytes, "upload-offset": String(offset) }, body });

const offsetOf = async (person: FilePerson, path: string) =>
  Number((await person.request(path, { method: "HEAD", headers: tus })).headers.get("upload-offset"));

const answerOf = async (response: Response): Promise<readonly unknown[]> => [
  response.status,
  await response.json(),
];
const pathOf = (response: Response) => response.headers.get("location") ?? "";

interface Cut {
  readonly offset: number;
  readonly part: Buffer;
  /** How long the body was said to be. */
  readonly all: number;
}

/** Sends the beginning of a PATCH and then tears the connection down. */
async function cut({ token }: FilePerson, path: string, { offset, part, all }: Cut) {
  const { hostname, port } = new URL(world.program.url);
  const socket = connect(Number(port), hostname);
  const head = [
    `PATCH ${path} HTTP/1.1`,
    `host: ${hostname}:${port}`,
    `authorization: Bearer ${token}`,
    "tus-resumable: 1.0.0",
    "content-type: application/offset+octet-stream",
    `upload-offset: ${offset}`,
    `content-length: ${all}`,
  ];
  socket.write(`${head.join("\r\n")}\r\n\r\n`);
  await new Promise<void>((resolve) => socket.write(part, () => resolve()));
  const closed = new Promise((resolve) => socket.once("close", resolve));
  socket.destroy();
  await closed;
}

describe("an upload", () => {
  it("arrives whole over a connection that is cut fifty times", async () => {
    const content = randomBytes(5 * MIB);
    const path = pathOf(await begin(ada, content.length));
    let offset = 0;
    for (let cuts = 0; cuts < 50; cuts++) {
      const part = content.subarray(offset, offset + 90_000);
      await cut(ada, path, { offset, part, all: content.length - offset });
      offset = await offsetOf(ada, path);
    }
    expect(offset).toBeGreaterThan(0);
    expect((await send(ada, path, offset, content.subarray(offset))).status).toBe(204);
    const response = await ada.request(path.replace("/uploads", ""));
    expect(Buffer.from(await response.arrayBuffer()).equals(content)).toBe(true);
  });

  it("of nothing is a file of nothing", async () => {
    const fileId = await ada.upload(Buffer.alloc(0), "empty.txt");
    const response = await ada.request(`/files/${fileId}`);
    expect([response.status, (await response.arrayBuffer()).byteLength]).toEqual([200, 0]);
  });

  it("goes on only where it was, and not past its end", async () => {
    const path = pathOf(await begin(ada, 10));
    expect((await send(ada, path, 5, Buffer.from("12345"))).status).toBe(409);
    expect((await send(ada, path, 0, Buffer.from("12345"))).status).toBe(204);
    expect((await send(ada, path, 0, Buffer.from("12345"))).status).toBe(409);
    expect((await send(ada, path, 5, Buffer.from("1234567"))).status).toBe(413);
    expect(await offsetOf(ada, path)).toBe(5);
    expect((await ada.request(path, { method: "DELETE", headers: tus })).status).toBe(204);
    expect((await ada.request(path, { method: "HEAD", headers: tus })).status).toBe(404);
  });

  it("tells its length when it begins, in numbers that are some", async () => {
    for (const length of ["-1", "x", "", "1e3"]) expect((await begin(ada, length)).status).toBe(400);
    const later = await ada.request("/files/uploads", {
      method: "POST",
      headers: { ...tus, "upload-defer-length": "1" },
    });
    expect(later.status).toBe(501);
  });

  it("says that it is a file already to whoever asks again", async () => {
    const fileId = await ada.upload(Buffer.from("done"), "done.txt");
    const head = await ada.request(`/files/uploads/${fileId}`, { method: "HEAD", headers: tus });
    expect([head.headers.get("upload-offset"), head.headers.get("upload-length")]).toEqual(["4", "4"]);
    const gone = await ada.request(`/files/uploads/${fileId}`, { method: "DELETE", headers: tus });
    expect(gone.status).toBe(404);
    expect((await ada.request(`/files/${fileId}`)).status).toBe(200);
  });

  it("announces what it can and nothing else", async () => {
    const options = await ada.request("/files/uploads", { method: "OPTIONS" });
    expect(options.headers.get("tus-extension")).toBe("creation,creation-with-upload,termination,expiration");
    expect(options.headers.get("tus-max-size")).toBe(String(20 * MIB));
  });
});

describe("how much somebody may upload", () => {
  it("is asked before anything is sent, and told", async () => {
    const bob = await world.join();
    expect((await begin(bob, 21 * MIB)).status).toBe(413);
    const first = await begin(bob, 20 * MIB);
    expect(first.status).toBe(201);
    expect(await answerOf(await begin(bob, 11 * MIB))).toMatchObject([413, { reason: "QUOTA_EXCEEDED" }]);
    expect(await bob.api.files.getUploadLimits({})).toMatchObject({
      fileBytes: BigInt(20 * MIB),
      usedBytes: BigInt(20 * MIB),
      quotaBytes: BigInt(30 * MIB),
      leftBytes: BigInt(10 * MIB),
    });
  });

  it("is right again when an upload is given up and when a file is deleted", async () => {
    const bob = await world.join();
    const used = async () => (await bob.api.files.getUploadLimits({})).usedBytes;
    const path = pathOf(await begin(bob, 5 * MIB));
    await send(bob, path, 0, Buffer.alloc(MIB));
    await bob.request(path, { method: "DELETE", headers: tus });
    expect(await used()).toBe(0n);
    const fileId = await bob.upload(Buffer.alloc(1000), "kept.bin");
    expect(await used()).toBe(1000n);
    await bob.api.files.deleteFile({ fileId });
    expect(await used()).toBe(0n);
  });

  it("holds for uploads that begin at the same time", async () => {
    const bob = await world.join();
    const begun = await Promise.all(Array.from({ length: 6 }, () => begin(bob, 9 * MIB)));
    expect(begun.filter(({ status }) => status === 201)).toHaveLength(3);
    expect((await bob.api.files.getUploadLimits({})).usedBytes).toBe(BigInt(27 * MIB));
    expect(await answerOf(await begin(bob, 1))).toMatchObject([429, { reason: "TOO_MANY_UPLOADS" }]);
  });
});
