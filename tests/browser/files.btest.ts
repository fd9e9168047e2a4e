import { readFile } from "node:fs/promises";
import type { JSHandle, Locator, Page, Request } from "playwright-core";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channelLink, composerOf } from "./screen.ts";
import { type BrowserWorld, createBrowserWorld, type Person } from "./world.ts";

const CHUNK_BYTES = 8 * 1024 * 1024;

let world: BrowserWorld;
let ada: Person;
let grace: Person;
let picture: Buffer;

beforeAll(async () => {
  world = await createBrowserWorld();
  ada = await world.register("Ada");
  grace = await world.register("Grace");
  picture = await sharp({ create: { width: 1200, height: 800, channels: 3, background: "teal" } })
    .png()
    .toBuffer();
});
afterAll(() => world.close());

interface Dropped {
  readonly name: string;
  readonly type: string;
  readonly base64: string;
}

/** Files as a browser hands them over, with the same date each time. */
const transferOf = (page: Page, files: readonly Dropped[]): Promise<JSHandle<DataTransfer>> =>
  page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, type, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type, lastModified: 1 }));
    }
    return transfer;
  }, files);

/** Drags files above the conversation and, once it says that it takes them, lets go of them. */
async function drop(page: Page, ...files: readonly Dropped[]): Promise<void> {
  const dataTransfer = await transferOf(page, files);
  const conversation = page.locator("[data-takes-files]").first();
  const invitation = page.getByText("Drop files here to send them");
  await expect
    .poll(async () => {
      await conversation.dispatchEvent("dragenter", { dataTransfer });
      return invitation.count();
    })
    .toBe(1);
  await conversation.dispatchEvent("drop", { dataTransfer });
}

/** Has every piece of an upload from an offset on wait; answers how to let them go. */
async function holdFrom(page: Page, offset: number): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route("**/files/uploads/*", async (route) => {
    if ((offsetOf(route.request()) ?? -1) >= offset) await promise;
    await route.continue();
  });
  return resolve;
}

/** Where a piece of an upload begins; undefined for other requests. */
const offsetOf = (request: Request): number | undefined =>
  request.method() === "PATCH" ? Number(request.headers()["upload-offset"]) : undefined;

const trayOf = (page: Page): Locator => page.getByRole("list", { name: "Files to send" });

async function downloaded(page: Page, link: Locator): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  return readFile(await download.path());
}

describe("files", () => {
  it("are dropped, sent, and seen by others as they were", async () => {
    const [mine, hers] = [await world.open(ada), await world.open(grace)];
    await channelLink(mine, "general").click();
    await channelLink(hers, "general").click();
    await composerOf(mine, "general").waitFor();
    const release = await holdFrom(mine, 0);
    await drop(
      mine,
      { name: "sea.png", type: "image/png", base64: picture.toString("base64") },
      { name: "notes.txt", type: "text/plain", base64: Buffer.from("Bring soup").toString("base64") },
    );
    const tray = trayOf(mine);
    for (const name of ["sea.png", "notes.txt"]) await tray.getByRole("progressbar", { name }).waitFor();
    const send = mine.getByRole("button", { name: "Send", exact: true });
    expect(await send.isEnabled(), "nothing is sent before it has arrived").toBe(false);
    release();
    await tray.getByRole("progressbar").first().waitFor({ state: "detached" });
    await tray.getByRole("progressbar").last().waitFor({ state: "detached" });
    await send.click();
    await tray.waitFor({ state: "detached" });

    const message = hers.getByRole("main").getByRole("article", { name: /sea\.png, notes\.txt/ });
    const text = message.getByRole("link", { name: "Download notes.txt" });
    expect((await downloaded(hers, text)).toString()).toBe("Bring soup");
    await message.getByRole("button", { name: "Show sea.png" }).click();
    const lightbox = hers.getByRole("dialog", { name: "sea.png" });
    const shown = lightbox.getByRole("img", { name: "sea.png" });
    await shown.waitFor();
    await expect
      .poll(() => shown.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
      .toBe(1200);
    const original = lightbox.getByRole("link", { name: "Download sea.png" });
    expect((await downloaded(hers, original)).equals(picture)).toBe(true);
    await hers.keyboard.press("Escape");
    await lightbox.waitFor({ state: "detached" });
  });

  it("go on where they were when the page is loaded anew and the same file is chosen again", async () => {
    const mine = await world.open(ada);
    await channelLink(mine, "random").click();
    await composerOf(mine, "random").waitFor();
    const base64 = Buffer.alloc(2 * CHUNK_BYTES + 5).toString("base64");
    const choose = () => drop(mine, { name: "long.bin", type: "application/octet-stream", base64 });
    await holdFrom(mine, CHUNK_BYTES);
    const second = mine.waitForRequest((request) => offsetOf(request) === CHUNK_BYTES);
    await choose();
    await second;
    await mine.reload();
    await mine.unrouteAll({ behavior: "ignoreErrors" });
    await composerOf(mine, "random").waitFor();
    const offsets: number[] = [];
    mine.on("request", (request) => {
      const offset = offsetOf(request);
      if (offset !== undefined) offsets.push(offset);
    });
    await choose();
    const tray = trayOf(mine);
    await tray.getByText("long.bin").waitFor();
    await tray.getByRole("progressbar").waitFor({ state: "detached" });
    expect(offsets).toEqual([CHUNK_BYTES, 2 * CHUNK_BYTES]);
    await mine.getByRole("button", { name: "Send", exact: true }).click();
    await mine
      .getByRole("main")
      .getByRole("article", { name: /long\.bin/ })
      .waitFor();
  });
});
