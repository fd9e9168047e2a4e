import { randomUUID } from "node:crypto";
import { AxeBuilder } from "@axe-core/playwright";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ChannelKind } from "../../gen/chatter/channel/v1/channel_pb.js";
import { channelLink, messageWith } from "./screen.ts";
import { type BrowserWorld, createBrowserWorld, type Person } from "./world.ts";

let world: BrowserWorld;
let ada: Person;
let ben: Person;
let page: Page;
let general = "";
let secret = "";

const say = (person: Person, channelId: string, text: string) =>
  person.api.message.sendMessage({ channelId, clientId: randomUUID(), text });
const field = (on: Page): Locator => on.getByRole("combobox", { name: "Search" });
const hits = (on: Page): Locator => on.getByRole("region", { name: "Messages" }).getByRole("listitem");

beforeAll(async () => {
  world = await createBrowserWorld();
  ada = await world.register("Ada");
  ben = await world.register("Ben");
  const { channels } = await ada.api.channel.listChannels({ query: "general" });
  general = channels[0]?.id ?? "";
  const { channel } = await ada.api.channel.createChannel({ kind: ChannelKind.PRIVATE, name: "secret" });
  secret = channel?.id ?? "";
  await ada.api.channel.addMembers({ channelId: secret, userIds: [ben.userId] });
  await say(ada, general, "Please look at **conf/db.json** before the release");
  await say(ben, general, "The releases of last year are archived");
  for (let n = 0; n < 60; n++) await say(ben, general, `line ${n}`);
  await say(ada, secret, "the release is called halcyon");
  page = await world.open(ada);
  await channelLink(page, "general").waitFor();
});
afterAll(() => world.close());

// As long as the other waits for what is on the screen may take.
const soon = { timeout: 20_000 };

/** Asked again until the index knows what was said a moment ago. */
async function found(person: Person, query: string): Promise<number> {
  const { hits: all } = await person.api.message.searchMessages({ query });
  return all.length;
}

describe("searching", () => {
  it("begins by the keyboard, and finds, marks and opens a message in its place", async () => {
    await expect.poll(() => found(ada, "halcyon"), soon).toBe(1);
    await page.keyboard.press("Control+Shift+F");
    await field(page).fill("db.json");
    await field(page).press("Enter");
    await hits(page).first().waitFor();
    expect(await hits(page).count()).toBe(1);
    expect(new URL(page.url()).pathname).toBe("/search");
    expect(await page.evaluate(() => CSS.highlights.get("search-hit")?.size)).toBe(1);
    await hits(page).first().getByRole("button").first().click();
    await messageWith(page, "db.json").waitFor();
    expect(page.url()).toContain(general);
  });

  it("suggests people and operators while one types", async () => {
    await page.keyboard.press("Control+Shift+F");
    await field(page).pressSequentially("release fr");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await field(page).pressSequentially("be");
    await page.getByRole("option", { name: /from:@ben/ }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await expect.poll(() => hits(page).count()).toBe(1);
    expect(await hits(page).first().innerText()).toContain("releases of last year");
  });

  it("has an address that shows others what they may read", async () => {
    const [mine, theirs] = await Promise.all([
      world.open(ada, "/search?q=halcyon"),
      world.open(ben, "/search?q=halcyon"),
    ]);
    for (const screen of [mine, theirs]) await hits(screen).first().waitFor();
    await ada.api.channel.removeMember({ channelId: secret, userId: ben.userId });
    await theirs.reload();
    await expect.poll(() => theirs.getByText("Nothing was found").count(), soon).toBe(1);
  });

  it("can be used on a phone and by a screen reader", async () => {
    const phone = await world.open(ada, "/search?q=release", { phone: true, colorScheme: "dark" });
    await hits(phone).first().waitFor();
    const { violations } = await new AxeBuilder({ page: phone }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await phone.getByRole("button", { name: "Newest first" }).click();
    await expect.poll(() => new URL(phone.url()).search).toContain("sort=newest");
  });

  it("begins from the list of places too, and remembers what was searched for", async () => {
    await page.keyboard.press("Control+K");
    await page.getByRole("combobox", { name: "Jump to" }).fill("zebra crossing");
    await page.getByRole("option", { name: /Search messages for/ }).click();
    await page.getByText("Nothing was found").waitFor();
    await page.getByRole("button", { name: "Clear", exact: true }).click();
    await expect.poll(() => page.getByRole("button", { name: "zebra crossing" }).count(), soon).toBe(1);
  });
});
