import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channelLink, composerOf, messageWith, say } from "./screen.ts";
import { type BrowserWorld, createBrowserWorld, type Person } from "./world.ts";

let world: BrowserWorld;
let ada: Person;
let grace: Person;
let secret: { readonly channelId: string; readonly messageId: string };

beforeAll(async () => {
  world = await createBrowserWorld();
  ada = await world.register("Ada");
  grace = await world.register("Grace");
  const { channel } = await ada.api.channel.createChannel({ name: "vault", kind: 2 });
  const channelId = channel?.id ?? "";
  const sent = await ada.api.message.sendMessage({ channelId, clientId: "plan", text: "We ship on Friday." });
  secret = { channelId, messageId: sent.message?.id ?? "" };
});
afterAll(() => world.close());

describe("a link to a message", () => {
  it("shows what it says to those who may read it, and is a link to others", async () => {
    const [mine, hers] = [await world.open(ada), await world.open(grace)];
    await channelLink(mine, "general").click();
    await channelLink(hers, "general").click();
    const link = `${world.url}/c/${secret.channelId}/${secret.messageId}`;
    await say(mine, "general", `The plan: ${link}`);
    const card = messageWith(mine, "The plan").getByRole("blockquote");
    await card.getByText("We ship on Friday.").waitFor();
    await card.getByText("#vault").waitFor();
    await messageWith(hers, "The plan").getByRole("link").waitFor();
    const refused = await grace.api.message
      .getMessage({ messageId: secret.messageId })
      .catch((error: unknown) => error);
    expect(String(refused)).toContain("not_found");
    expect(await hers.getByRole("blockquote").count()).toBe(0);
    expect(await hers.getByText("We ship on Friday.").count()).toBe(0);
    await card.getByRole("button", { name: "Show message" }).click();
    await composerOf(mine, "vault").waitFor();
    await messageWith(mine, "We ship on Friday.").waitFor();
  });
});

describe("forwarding a message", () => {
  it("shows a copy to those who cannot open the original, until that is deleted", async () => {
    const [mine, hers] = [await world.open(ada), await world.open(grace)];
    await channelLink(hers, "random").click();
    await channelLink(mine, "vault").click();
    const original = messageWith(mine, "We ship on Friday.");
    await original.focus();
    await original.getByRole("button", { name: "More actions" }).click();
    await mine.getByRole("menuitem", { name: "Forward…" }).click();
    const dialog = mine.getByRole("dialog", { name: "Forward message" });
    await dialog.getByRole("combobox", { name: "Forward to" }).fill("rand");
    await mine.keyboard.press("Enter");
    await dialog.getByText("#random").waitFor();
    await dialog.getByLabel("Comment").fill("For all of you");
    await dialog.getByRole("button", { name: "Forward" }).click();
    await mine.getByText("Forwarded to #random").waitFor();
    const copy = messageWith(hers, "For all of you");
    await copy.getByRole("blockquote").getByText("We ship on Friday.").waitFor();
    await copy.getByText("a place you cannot open").waitFor();
    await ada.api.message.deleteMessage({ messageId: secret.messageId });
    await copy.getByText("The original message was deleted.").waitFor();
    expect(await hers.getByText("We ship on Friday.").count()).toBe(0);
  });
});

describe("moving messages to a thread", () => {
  it("takes them out of the channel for everybody at once", async () => {
    const [mine, hers] = [await world.open(ada), await world.open(grace)];
    await channelLink(mine, "general").click();
    await channelLink(hers, "general").click();
    for (const text of ["Where do we eat?", "Two floors down", "It has soup"])
      await say(mine, "general", text);
    const moved = messageWith(mine, "Two floors down");
    await messageWith(hers, "It has soup").waitFor();
    await moved.focus();
    await moved.getByRole("button", { name: "More actions" }).click();
    await mine.getByRole("menuitem", { name: "Move to thread…" }).click();
    const dialog = mine.getByRole("dialog", { name: "Move to a thread" });
    await dialog.getByRole("checkbox", { name: /It has soup/ }).check();
    await dialog.getByRole("button", { name: "Move 2 messages" }).click();
    const root = messageWith(hers, "Where do we eat?");
    await root.getByRole("button", { name: /2 replies/ }).click();
    await hers.getByRole("complementary").getByText("It has soup").waitFor();
    expect(await messageWith(hers, "Two floors down").count()).toBe(0);
  });
});
