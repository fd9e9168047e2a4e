import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channelLink, expectTexts, messageWith, say } from "./screen.ts";
import { openProxy } from "./second-build.ts";
import { type BrowserWorld, createBrowserWorld, type Person } from "./world.ts";

let world: BrowserWorld;
let ada: Person;
let ben: Person;

beforeAll(async () => {
  world = await createBrowserWorld();
  ada = await world.register("Ada");
  ben = await world.register("Ben");
});
afterAll(() => world.close());

/** Waits until the service worker has everything and this page is served by it. */
const untilKept = (page: Page) =>
  page.evaluate(async () => {
    const { serviceWorker } = navigator;
    if (serviceWorker.controller !== null) return;
    await new Promise((resolve) =>
      serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
    );
  });

/** The messages that the database of a person holds, as text. */
const keptMessages = (page: Page, { userId }: Person) =>
  page.evaluate(async (name) => {
    const answer = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await answer(indexedDB.open(name));
    const kept = await answer(database.transaction("logs").objectStore("logs").getAll());
    database.close();
    return JSON.stringify(kept);
  }, `chatter ${userId}`);

const bannerOf = (page: Page) => page.getByRole("paragraph").filter({ hasText: "You are offline" });

describe("a browser that is started without a network", () => {
  it("opens with what was read, and sends once what was written, after it was closed and the network is back", async () => {
    const profile = await world.openProfile(ada);
    const other = await world.open(ben);
    const page = await profile.start();
    await channelLink(page, "random").click();
    await say(page, "random", "said in random");
    await channelLink(page, "general").click();
    await channelLink(other, "general").click();
    await say(page, "general", "kept on this device");
    await messageWith(other, "kept on this device").waitFor();
    await untilKept(page);
    await expect.poll(() => keptMessages(page, ada), { timeout: 20_000 }).toContain("kept on this device");
    await profile.quit();

    const offline = await profile.start({ offline: true });
    await messageWith(offline, "kept on this device").waitFor();
    await bannerOf(offline).waitFor();
    await say(offline, "general", "written offline one");
    await say(offline, "general", "written offline two");
    await messageWith(offline, "written offline two").waitFor();
    await channelLink(offline, "random").click();
    await messageWith(offline, "said in random").waitFor();
    await offline.goto(`${world.url}/search?q=from:me+kept`);
    await offline.getByText("Only what this device keeps.", { exact: true }).waitFor();
    await offline.getByRole("main").getByText("kept on this device").waitFor();
    await profile.quit();
    await say(other, "general", "said meanwhile");

    const back = await profile.start();
    await messageWith(other, "written offline two").waitFor();
    const texts = ["kept on this device", "said meanwhile", "written offline one", "written offline two"];
    await expectTexts(other, texts);
    await channelLink(back, "general").click();
    await expectTexts(back, texts);
    await expect.poll(() => bannerOf(back).count(), { timeout: 20_000 }).toBe(0);
  });
});

/** Everything that this browser keeps of the page's origin, by where it keeps it. */
const keptIn = (page: Page) =>
  page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: (await caches.keys()).filter((name) => !name.startsWith("chatter client ")),
    // How this device looks and what it calls itself is nobody's.
    local: Object.keys(localStorage).filter((key) => !/^chatter\.(?:appearance|device|org)$/.test(key)),
  }));

describe("a browser in which somebody signs out", () => {
  it("keeps nothing of them, in any tab", async () => {
    const profile = await world.openProfile(ben);
    const page = await profile.start();
    await channelLink(page, "general").click();
    await say(page, "general", "soon gone from here");
    await messageWith(page, "soon gone from here").waitFor();
    await untilKept(page);
    const tab = await page.context().newPage();
    await tab.goto(`${world.url}/search?q=soon`);
    await tab.getByRole("searchbox").or(tab.getByRole("combobox")).first().waitFor();
    expect((await keptIn(page)).databases).toEqual([`chatter ${ben.userId}`]);
    await page.getByRole("navigation").getByRole("button", { name: /Ben$/ }).click();
    await page.getByRole("menuitem", { name: "Sign out" }).click();
    await Promise.all([page, tab].map((each) => each.getByLabel(/email/i).waitFor()));
    await expect
      .poll(() => keptIn(page))
      .toEqual({
        databases: [],
        caches: [],
        local: [],
      });
  });
});

describe("a newer build of the client", () => {
  it("is offered in every tab, and shown in all of them when one asks for it, never in one alone", async () => {
    const proxy = await openProxy(world.url);
    await proxy.build("first");
    const profile = await world.openProfile(ada, proxy.url);
    const one = await profile.start();
    await channelLink(one, "general").waitFor();
    await untilKept(one);
    await proxy.build("second");
    const two = await one.context().newPage();
    // It is served by the build that the first tab shows.
    await two.goto(proxy.url);
    await channelLink(two, "general").waitFor();
    const tabs = [one, two];
    const builds = () =>
      Promise.all(tabs.map((tab) => tab.locator('meta[name="build"]').getAttribute("content")));
    expect(await builds()).toEqual(["first", "first"]);
    for (const tab of tabs) await tab.getByRole("button", { name: "Reload" }).waitFor();
    expect(await builds()).toEqual(["first", "first"]);
    await Promise.all([
      ...tabs.map((tab) => tab.waitForEvent("load")),
      two.getByRole("button", { name: "Reload" }).click(),
    ]);
    await expect.poll(builds, { timeout: 20_000 }).toEqual(["second", "second"]);
    for (const tab of tabs) await channelLink(tab, "general").waitFor();
    await proxy.close();
  });
});
