import { createHash, randomBytes } from "node:crypto";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { refusalOf } from "../platform/rpc/testing/refusal.ts";
import { createFileWorld, type FilePerson, type FileWorld } from "./testing/file-world.ts";

let world: FileWorld;
let ada: FilePerson;
let bob: FilePerson;
let stranger: FilePerson;
let channelId: string;

beforeAll(async () => {
  world = await createFileWorld();
  ada = await world.join();
  [bob, stranger] = await Promise.all([world.join(), world.join()]);
  channelId = await world.channel(ada, bob);
});
afterAll(() => world.stop());

const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());
const hello = Buffer.from("Hello, world");

describe("a file in a message", () => {
  it("arrives as it was sent, with what a reader needs to show it", async () => {
    const content = randomBytes(3 * 1024 * 1024 + 7);
    const fileId = await ada.upload(content, "folder/plan.bin");
    await ada.post(channelId, "the plan", fileId);
    const { messages } = await bob.api.message.listMessages({ channelId });
    expect(messages.at(-1)?.attachments).toMatchObject([
      { fileId, name: "plan.bin", type: "application/octet-stream", bytes: BigInt(content.length) },
    ]);
    const response = await bob.request(`/files/${fileId}`);
    expect(await bytesOf(response)).toEqual(content);
    expect(response.headers.get("content-disposition")).toBe("attachment; filename=plan.bin");
  });

  it("needs no text beside it, and a message without either is refused", async () => {
    const fileId = await ada.upload(hello, "hello.txt");
    await ada.post(channelId, "", fileId);
    expect(await refusalOf(ada.post(channelId, " "))).toBe("MESSAGE_EMPTY");
    const { messages } = await bob.api.message.listMessages({ channelId });
    expect(messages.at(-1)).toMatchObject({
      text: "",
      attachments: [{ name: "hello.txt", type: "text/plain" }],
    });
  });

  it("is found by its name, and by that there is one", async () => {
    const fileId = await ada.upload(randomBytes(10), "quarterly-zebra.bin");
    const id = await ada.post(channelId, "numbers", fileId);
    for (const query of ["zebra", "numbers has:file"]) {
      await expect
        .poll(async () =>
          (await bob.api.message.searchMessages({ query })).hits.map((hit) => hit.message?.id),
        )
        .toEqual([id]);
    }
    expect((await bob.api.message.searchMessages({ query: "zebra -has:file" })).hits).toEqual([]);
  });

  it("goes with the message: its content is there no more, and nothing tells of it", async () => {
    const fileId = await ada.upload(hello, "secret-name.txt");
    const messageId = await ada.post(channelId, "look", fileId);
    await ada.api.message.deleteMessage({ messageId });
    await expect.poll(async () => (await bob.request(`/files/${fileId}`)).status).toBe(404);
    expect((await ada.request(`/files/${fileId}`)).status).toBe(404);
    const { messages } = await bob.api.message.listMessages({ channelId });
    expect(messages.flatMap(({ attachments }) => attachments).map(({ name }) => name)).not.toContain(
      "secret-name.txt",
    );
  });

  it("is forwarded without a copy, and stays where it is posted still", async () => {
    const fileId = await ada.upload(hello, "kept.txt");
    const first = await ada.post(channelId, "here", fileId);
    const other = await world.channel(bob, stranger);
    await bob.post(other, "there", fileId);
    await ada.api.message.deleteMessage({ messageId: first });
    await expect.poll(async () => (await stranger.request(`/files/${fileId}`)).status).toBe(200);
    const { usedBytes } = await bob.api.files.getUploadLimits({});
    expect(usedBytes).toBe(0n);
  });

  it("goes along when a message of files alone is forwarded", async () => {
    const fileId = await ada.upload(hello, "alone.txt");
    const messageId = await ada.post(channelId, "", fileId);
    const other = await world.channel(bob, stranger);
    const forwarded = { messageId, channelId: other, clientId: crypto.randomUUID() };
    const { message } = await bob.api.message.forwardMessage(forwarded);
    expect(message).toMatchObject({ text: "", attachments: [{ fileId, name: "alone.txt" }] });
    expect(await bytesOf(await stranger.request(`/files/${fileId}`))).toEqual(hello);
  });

  it("is named in the inbox where the message says nothing", async () => {
    const fileId = await ada.upload(hello, "for-bob.txt");
    const root = await bob.post(channelId, "Who has it?");
    const files = { channelId, threadRootId: root, fileIds: [fileId], clientId: crypto.randomUUID() };
    await ada.api.message.sendMessage(files);
    await expect
      .poll(async () => (await bob.api.inbox.listNotifications({})).notifications, { timeout: 15_000 })
      .toContainEqual(expect.objectContaining({ text: "", fileNames: ["for-bob.txt"] }));
  });

  it("is attached once however often the message is sent", async () => {
    const fileId = await ada.upload(hello, "once.txt");
    const command = { channelId, text: "once", clientId: crypto.randomUUID(), fileIds: [fileId] };
    const first = await ada.api.message.sendMessage(command);
    const again = await ada.api.message.sendMessage(command);
    expect(again.message?.id).toBe(first.message?.id);
    await ada.api.message.deleteMessage({ messageId: first.message?.id ?? "" });
    await expect.poll(async () => (await bob.request(`/files/${fileId}`)).status).toBe(404);
  });
});

describe("who may see a file", () => {
  it("is its owner alone until it is posted", async () => {
    const fileId = await ada.upload(hello, "draft.txt");
    expect((await ada.request(`/files/${fileId}`)).status).toBe(200);
    expect((await bob.request(`/files/${fileId}`)).status).toBe(404);
    expect(await refusalOf(bob.post(channelId, "mine", fileId))).toBe("FILE_NOT_FOUND");
  });

  it("is nobody who does not read the channel, by no route", async () => {
    const fileId = await ada.upload(await picture(), "cat.png");
    await ada.post(channelId, "", fileId);
    const routes = [`/files/${fileId}`, `/files/${fileId}/small`, `/files/${fileId}/large`];
    for (const route of routes) {
      expect((await bob.request(route)).status, route).toBe(200);
      const refused = await stranger.request(route);
      expect([refused.status, await refused.json()]).toMatchObject([404, { reason: "FILE_NOT_FOUND" }]);
      expect((await fetch(`${world.program.url}${route}`)).status).toBe(401);
    }
    expect(await refusalOf(stranger.api.files.getFile({ fileId }))).toBe("FILE_NOT_FOUND");
    expect(await refusalOf(stranger.api.files.deleteFile({ fileId }))).toBe("FILE_NOT_FOUND");
    const uploads = `/files/uploads/${fileId}`;
    const headers = { "tus-resumable": "1.0.0" };
    const patch = { "upload-offset": "0", "content-type": "application/offset+octet-stream" };
    for (const [method, more] of [
      ["HEAD", {}],
      ["DELETE", {}],
      ["PATCH", patch],
    ] as const) {
      const init = { method, headers: { ...headers, ...more }, ...(method === "PATCH" && { body: "x" }) };
      expect((await stranger.request(uploads, init)).status, method).toBe(404);
      expect((await fetch(`${world.program.url}${uploads}`, init)).status, method).toBe(401);
    }
    expect((await bob.request(`/files/${fileId}`)).status).toBe(200);
  });

  it("does not include who left the channel", async () => {
    const room = await world.channel(ada, stranger);
    const fileId = await ada.upload(hello, "left.txt");
    await ada.post(room, "", fileId);
    expect((await stranger.request(`/files/${fileId}`)).status).toBe(200);
    await ada.api.channel.removeMember({ channelId: room, userId: stranger.id });
    expect((await stranger.request(`/files/${fileId}`)).status).toBe(404);
  });

  it("does not grow by a message that was refused", async () => {
    const fileId = await ada.upload(hello, "refused.txt");
    const elsewhere = await world.channel(stranger, bob);
    await refusalOf(ada.post(elsewhere, "", fileId));
    expect((await bob.request(`/files/${fileId}`)).status).toBe(404);
  });

  it("lets its owner delete it, and those who read it not", async () => {
    const fileId = await ada.upload(hello, "gone.txt");
    await ada.post(channelId, "", fileId);
    expect(await refusalOf(bob.api.files.deleteFile({ fileId }))).toBe("PERMISSION_DENIED");
    await ada.api.files.deleteFile({ fileId });
    expect((await bob.request(`/files/${fileId}`)).status).toBe(404);
    const { usedBytes } = await ada.api.files.getUploadLimits({});
    expect(usedBytes).toBeGreaterThanOrEqual(0n);
  });
});

describe("a download", () => {
  it("comes in parts, and only where it changed", async () => {
    const content = randomBytes(100_000);
    const fileId = await ada.upload(content, "parts.bin");
    const path = `/files/${fileId}`;
    const part = await ada.request(path, { headers: { range: "bytes=500-999" } });
    expect([part.status, part.headers.get("content-range")]).toEqual([206, "bytes 500-999/100000"]);
    expect(await bytesOf(part)).toEqual(content.subarray(500, 1000));
    expect((await ada.request(path, { headers: { range: "bytes=100000-" } })).status).toBe(416);
    const etag = part.headers.get("etag") ?? "";
    expect(etag).toContain(createHash("sha256").update(content).digest("hex"));
    expect((await ada.request(path, { headers: { "if-none-match": etag } })).status).toBe(304);
    const other = await ada.request(path, { headers: { range: "bytes=0-9", "if-range": '"another"' } });
    expect([other.status, (await bytesOf(other)).length]).toEqual([200, 100_000]);
    const head = await ada.request(path, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length")]).toEqual([200, "100000"]);
  });

  it("is run by no browser, whatever is in it", async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    const html = "<!doctype html><script>alert(1)</script>";
    for (const [content, name] of [
      [svg, "drawing.svg"],
      [html, "page.html"],
      [html, "picture.png"],
    ] as const) {
      const fileId = await ada.upload(Buffer.from(content), name);
      const response = await ada.request(`/files/${fileId}`);
      expect(response.headers.get("content-type")).not.toMatch(/html|svg/);
      expect(response.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      const file = await ada.api.files.getFile({ fileId });
      expect(file.file?.picture).toBeUndefined();
    }
  });

  it("is called by its name, however it is written", async () => {
    const fileId = await ada.upload(hello, 'Grüße "an" alle\r\n😀.txt');
    const response = await ada.request(`/files/${fileId}?download`);
    const disposition = response.headers.get("content-disposition") ?? "";
    expect(disposition).toMatch(/^attachment; filename="/);
    expect(decodeURIComponent(disposition.split("filename*=UTF-8''")[1] ?? "")).toBe('Grüße "an" alle😀.txt');
  });
});

const picture = () =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: "teal" } })
    .png()
    .toBuffer();

describe("a picture", () => {
  it("is shown in two sizes, with how large it is and what to show before", async () => {
    const fileId = await ada.upload(await picture(), "teal.png");
    const { file } = await ada.api.files.getFile({ fileId });
    expect(file).toMatchObject({ type: "image/png", picture: { width: 1200, height: 800 } });
    expect(file?.picture?.placeholder.length).toBeGreaterThan(5);
    for (const [name, width] of [
      ["small", 720],
      ["large", 1200],
    ] as const) {
      const response = await ada.request(`/files/${fileId}/${name}`);
      expect(response.headers.get("content-type")).toBe("image/webp");
      expect((await sharp(await bytesOf(response)).metadata()).width).toBe(width);
    }
  });

  it("does not tell in small where it was taken, and stands upright", async () => {
    const taken = await sharp(await picture())
      .jpeg()
      .withExif({ IFD3: { GPSLatitude: "51/1 30/1 0/1", GPSLatitudeRef: "N" }, IFD0: { Orientation: "6" } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const fileId = await ada.upload(taken, "holiday.jpg");
    const { file } = await ada.api.files.getFile({ fileId });
    expect(file?.picture).toMatchObject({ width: 800, height: 1200 });
    for (const name of ["small", "large"]) {
      const shown = await sharp(await bytesOf(await ada.request(`/files/${fileId}/${name}`))).metadata();
      expect(shown.exif).toBeUndefined();
    }
  });

  it("is kept and not shown where it would fill the memory or is broken", async () => {
    const bomb = await sharp({
      create: { width: 9_000, height: 9_000, channels: 3, background: "black" },
      limitInputPixels: false,
    })
      .png()
      .toBuffer();
    const broken = (await picture()).subarray(0, 200);
    for (const content of [bomb, broken]) {
      const fileId = await ada.upload(content, "odd.png");
      const { file } = await ada.api.files.getFile({ fileId });
      expect(file).toMatchObject({ type: "image/png", bytes: BigInt(content.length) });
      expect(file?.picture).toBeUndefined();
      expect((await ada.request(`/files/${fileId}/small`)).status).toBe(404);
    }
  });
});
