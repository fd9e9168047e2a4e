import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ChannelKind } from "../../gen/chatter/channel/v1/channel_pb.js";
import { channelLink, composerOf, messageWith } from "./screen.ts";
import { type BrowserWorld, createBrowserWorld, type Person } from "./world.ts";

let world: BrowserWorld;
let ada: Person;
let ben: Person;
/** Two devices of one person. */
let laptop: Page;
let phone: Page;

beforeAll(async () => {
  world = await createBrowserWorld();
  ada = await world.register("Ada");
  ben = await world.register("Ben");
  for (const name of ["alpha", "beta", "gamma"]) {
    await ada.api.channel.createChannel({ kind: ChannelKind.PUBLIC, name });
  }
  [laptop, phone] = await Promise.all([world.open(ada), world.open(ada, "/", { phone: true })]);
  await channelLink(laptop, "general").click();
  await composerOf(laptop, "general").waitFor();
  await channelLink(phone, "gamma").waitFor();
});
afterAll(() => world.close());

// As long as the other waits for what is on the screen may take.
const soon = { timeout: 20_000 };

const section = (page: Page, name: string): Locator => page.getByRole("region", { name });
const toggle = (page: Page, name: string): Locator => page.getByRole("button", { name, exact: true });
const account = (page: Page): Locator => page.getByRole("navigation").getByRole("button", { name: /Ada/ });

async function expectSeen(locator: Locator): Promise<void> {
  await expect.poll(() => locator.count(), soon).toBe(1);
}

async function expectChannels(page: Page, names: readonly string[]): Promise<void> {
  const links = section(page, "Channels").getByRole("link");
  await expect
    .poll(async () => (await links.allInnerTexts()).map((text) => text.split("\n")[0]), soon)
    .toEqual(names);
}

describe("the order of channels", () => {
  it("changes by the mouse, and on the other device", async () => {
    await expectChannels(laptop, ["alpha", "beta", "gamma", "general", "random"]);
    await channelLink(laptop, "gamma").hover();
    const draggable = laptop.locator('a[draggable="true"]', { hasText: "gamma" });
    await draggable.waitFor();
    await draggable.dragTo(channelLink(laptop, "alpha"), { targetPosition: { x: 40, y: 3 } });
    for (const page of [laptop, phone])
      await expectChannels(page, ["gamma", "alpha", "beta", "general", "random"]);
  });

  it("changes by the keyboard alone, which stays where it was", async () => {
    await channelLink(laptop, "gamma").focus();
    await laptop.keyboard.press("Tab");
    await laptop.keyboard.press("Enter");
    await laptop.getByRole("menuitem", { name: "Move down" }).press("Enter");
    for (const page of [laptop, phone])
      await expectChannels(page, ["alpha", "gamma", "beta", "general", "random"]);
    const focused = laptop.locator(":focus");
    await expect.poll(() => focused.getAttribute("aria-label"), soon).toBe("Options for gamma");
  });
});

describe("a collapsed section", () => {
  it("is collapsed on the other device too, and shows what comes to be unread", async () => {
    await toggle(laptop, "Channels").press("Enter");
    await expectChannels(laptop, ["general"]);
    await expectChannels(phone, []);
    expect(await toggle(phone, "Channels").getAttribute("aria-expanded")).toBe("false");
    const { channels } = await ada.api.channel.listMyChannels({});
    const channelId = channels.find(({ channel }) => channel?.name === "beta")?.channel?.id ?? "";
    await ben.api.channel.joinChannel({ channelId });
    await ben.api.message.sendMessage({ channelId, clientId: "one", text: "Hello" });
    await expectChannels(laptop, ["beta", "general"]);
    await expectChannels(phone, ["beta"]);
    const { violations } = await new AxeBuilder({ page: laptop }).analyze();
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
    await toggle(phone, "Channels").click();
    await expectChannels(laptop, ["alpha", "gamma", "beta", "general", "random"]);
  });
});

describe("a channel in which something was begun to be written", () => {
  it("is marked on every device, until it was sent", async () => {
    await composerOf(laptop, "general").fill("not yet");
    await channelLink(laptop, "alpha").click();
    for (const page of [laptop, phone])
      await expectSeen(section(page, "Channels").getByRole("link", { name: "general draft" }));
    await channelLink(laptop, "general").click();
    await composerOf(laptop, "general").press("Enter");
    await messageWith(laptop, "not yet").waitFor();
    await phone.getByRole("link", { name: "general", exact: true }).waitFor();
  });
});

describe("do not disturb", () => {
  it("is on for every device, and is turned off on any of them", async () => {
    await account(laptop).click();
    await laptop.getByRole("menuitem", { name: "Do not disturb" }).press("ArrowRight");
    await laptop.getByRole("menuitem", { name: "For 1 hour" }).press("Enter");
    for (const page of [laptop, phone]) await expectSeen(account(page).getByText(/^Do not disturb until/));
    await account(phone).click();
    await phone.getByRole("menuitem", { name: "Turn off do not disturb" }).click();
    for (const page of [laptop, phone]) {
      await account(page).getByText("Do not disturb").waitFor({ state: "detached" });
    }
  });
});

describe("the organisation's new name", () => {
  it("is seen by everybody who is signed in, without a reload", async () => {
    const guest = await world.open(ben);
    await channelLink(guest, "general").waitFor();
    await ada.api.user.updateOrg({ name: "Another Example" });
    for (const page of [laptop, phone, guest]) {
      await expectSeen(page.getByRole("navigation").getByText("Another Example"));
    }
  });
});
