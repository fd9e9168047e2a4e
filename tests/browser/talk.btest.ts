import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channelLink, composerOf, expectTexts, messageWith, say } from "./screen.ts";
import { type BrowserWorld, createBrowserWorld, PASSWORD, type Person } from "./world.ts";

let world: BrowserWorld;
let ada: Person;
let ben: Person;

beforeAll(async () => {
  world = await createBrowserWorld();
});
afterAll(() => world.close());

describe("the first minutes", () => {
  it("make the first person the owner, in #general, from an empty installation", async () => {
    const page = await world.open(undefined);
    await page
      .getByLabel(/organi[sz]ation|team/i)
      .first()
      .fill("Example");
    await page.getByLabel(/your name/i).fill("Ada");
    await page.getByLabel(/email/i).fill("ada@example.org");
    await page.getByLabel(/^password/i).fill(PASSWORD);
    await page.keyboard.press("Enter");
    await composerOf(page, "general").waitFor();
    expect(page.url()).toContain("/c/chn_");
    await page.context().close();
    ada = await world.signIn("Ada");
    ben = await world.register("Ben");
  });
});

describe("two people", () => {
  it("see what the other says at once, in one order", async () => {
    const [first, second] = await Promise.all([world.open(ada), world.open(ben)]);
    await Promise.all([first, second].map((page) => channelLink(page, "general").click()));
    await say(first, "general", "Hello from Ada");
    await messageWith(second, "Hello from Ada").waitFor();
    await say(second, "general", "Hello from Ben");
    await say(first, "general", "How are you?");
    for (const page of [first, second]) {
      await expectTexts(page, ["Hello from Ada", "Hello from Ben", "How are you?"]);
    }
  });

  it("write formulas", async () => {
    const page = await world.open(ada);
    await channelLink(page, "general").click();
    await say(page, "general", "So $$\\frac{a}{b} + x^2$$ it is");
    const fraction = messageWith(page, "So").locator("math mfrac");
    await fraction.waitFor();
    expect(await fraction.textContent()).toBe("ab");
    await page.context().close();
  });

  it("see reactions, edits and deletions", async () => {
    const page = await world.open(ada);
    await channelLink(page, "general").click();
    const channelId = page.url().split("/c/")[1] ?? "";
    const post = (text: string) =>
      ben.api.message.sendMessage({ channelId, clientId: crypto.randomUUID(), text });
    const { message: kept } = await post("I will be reacted to");
    const { message: gone } = await post("I will be gone");
    await messageWith(page, "I will be gone").waitFor();
    await ben.api.message.addReaction({ messageId: kept?.id ?? "", emoji: "🎉" });
    await ben.api.message.editMessage({ messageId: kept?.id ?? "", text: "I was edited" });
    await ben.api.message.deleteMessage({ messageId: gone?.id ?? "" });
    await messageWith(page, "I was edited").getByRole("button", { name: /🎉/ }).waitFor();
    await messageWith(page, "I will be gone").waitFor({ state: "detached" });
    expect(await messageWith(page, "I will be reacted to").count()).toBe(0);
  });
});

describe("one person with two tabs", () => {
  it("reads in one and is read in the other", async () => {
    const [reading, watching] = await Promise.all([world.open(ada), world.open(ada)]);
    await Promise.all([reading, watching].map((page) => channelLink(page, "random").click()));
    await channelLink(watching, "general").click();
    await channelLink(reading, "general").click();
    const { channels } = await ben.api.channel.listMyChannels({});
    const channelId = channels.find(({ channel }) => channel?.name === "random")?.channel?.id ?? "";
    await ben.api.message.sendMessage({
      channelId,
      clientId: crypto.randomUUID(),
      text: `<@${ada.userId}> look`,
    });
    const unread = watching.getByRole("link", { name: /random.*1 mention/ });
    await unread.waitFor();
    await channelLink(reading, "random").click();
    await unread.waitFor({ state: "detached" });
    expect(await channelLink(watching, "random").count()).toBe(1);
  });
});

describe("a member with a phone", () => {
  it("changes what a channel is about", async () => {
    const page = await world.open(ben, "/", { phone: true });
    await channelLink(page, "random").click();
    await page.getByRole("main").getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Channel details" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Topic").fill("Whatever comes to mind");
    await dialog.getByRole("button", { name: "Save" }).click();
    const desk = await world.open(ada);
    await channelLink(desk, "random").click();
    const topic = desk.getByRole("main").getByText("Whatever comes to mind");
    await topic.waitFor();
    expect(await topic.count()).toBe(1);
  });
});
