import type { CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composerOf } from "./screen.ts";
import { type BrowserWorld, createBrowserWorld, type Person } from "./world.ts";

let world: BrowserWorld;
let ada: Person;
let channelId: string;
let page: Page;
let deliver: (message: object) => Promise<void>;

beforeAll(async () => {
  world = await createBrowserWorld();
  ada = await world.register("Ada");
  const { channels } = await ada.api.channel.listMyChannels({});
  channelId = channels[0]?.channel?.id ?? "";
  const profile = await world.openProfile(ada);
  page = await profile.start({ path: "/settings/notifications" });
  await page.context().grantPermissions(["notifications"], { origin: world.url });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  deliver = await pushing(await page.context().newCDPSession(page));
});
afterAll(() => world.close());

/** As the browser does with a push once it has decrypted it. */
async function pushing(session: CDPSession): Promise<typeof deliver> {
  const registered = new Promise<string>((resolve) => {
    session.on("ServiceWorker.workerRegistrationUpdated", ({ registrations }) => {
      const [first] = registrations;
      if (first !== undefined) resolve(first.registrationId);
    });
  });
  await session.send("ServiceWorker.enable");
  const registrationId = await registered;
  return async (message) => {
    const data = JSON.stringify(message);
    await session.send("ServiceWorker.deliverPushMessage", { origin: world.url, registrationId, data });
  };
}

const shown = () =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    return (await registration.getNotifications()).map(({ tag, title, body, lang }) => ({
      ...{ tag, title, lang },
      lines: body.split("\n"),
    }));
  });

const said = (id: string, text: string, change: object = {}) => ({
  ...{ kind: "notification", id, cause: "mention", tag: channelId, author: "Ben", channel: "general" },
  ...{ isReply: false, text, link: `/c/${channelId}`, at: Date.now(), language: "en", read: [] },
  ...change,
});

describe("the service worker", () => {
  it("shows what is pushed once, joined by conversation, in the language it is told", async () => {
    await deliver(said("ntf_1", "first"));
    await deliver(said("ntf_2", "second"));
    await deliver(said("ntf_2", "second"));
    await expect
      .poll(shown)
      .toEqual([{ tag: channelId, title: "#general", lang: "en", lines: ["Ben: first", "Ben: second"] }]);
    await deliver(said("ntf_3", "bonjour", { tag: "msg_1", isReply: true, language: "fr" }));
    await expect.poll(async () => (await shown()).length).toBe(2);
    expect(await shown()).toContainEqual({
      ...{ tag: "msg_1", title: "Fil dans #general", lang: "fr", lines: ["Ben : bonjour"] },
    });
  });

  it("takes away what was read elsewhere when it is told", async () => {
    await deliver(said("ntf_4", "direct", { tag: "chn_other", channel: "", read: [channelId, "msg_1"] }));
    await expect.poll(shown).toEqual([{ tag: "chn_other", title: "Ben", lang: "en", lines: ["direct"] }]);
  });

  it("shows nothing of the channel that somebody is looking at", async () => {
    await page.goto(`${world.url}/c/${channelId}`);
    await composerOf(page, "general").waitFor();
    await page.bringToFront();
    await deliver(said("ntf_5", "on screen"));
    await deliver(said("ntf_6", "elsewhere", { tag: "chn_third" }));
    await expect.poll(async () => (await shown()).map(({ tag }) => tag)).toContain("chn_third");
    expect((await shown()).map(({ tag }) => tag)).not.toContain(channelId);
  });

  it("does nothing with what it does not know", async () => {
    const before = await shown();
    await deliver({ kind: "of a later version" });
    await deliver(said("ntf_7", "after it", { tag: "chn_third" }));
    await expect.poll(async () => JSON.stringify(await shown())).toContain("after it");
    expect((await shown()).length).toBe(before.length);
  });
});
