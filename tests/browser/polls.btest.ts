import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channelLink, composerOf, messageWith } from "./screen.ts";
import { type BrowserWorld, createBrowserWorld, type Person } from "./world.ts";

let world: BrowserWorld;
let ada: Person;
beforeAll(async () => {
  world = await createBrowserWorld();
  ada = await world.register("Ada");
});
afterAll(() => world.close());

describe("a poll", () => {
  it("is started from the composer, voted in by keyboard, counted live, and closed", async () => {
    const author = await world.open(ada);
    const voter = await world.open(await world.register("Bob"));
    for (const page of [author, voter]) await channelLink(page, "general").click();
    await composerOf(author, "general").fill("/poll What do we drink?");
    await composerOf(author, "general").press("Enter");
    const dialog = author.getByRole("dialog", { name: "Start a poll" });
    await dialog.getByRole("textbox", { name: "Option 1" }).fill("Tea");
    await dialog.getByRole("textbox", { name: "Option 2" }).fill("Coffee");
    expect(await dialog.getByRole("textbox", { name: "Question" }).inputValue()).toBe("What do we drink?");
    await dialog.getByRole("button", { name: "Post poll" }).click();

    const poll = messageWith(voter, "What do we drink?");
    await poll.getByRole("radio", { name: /^Tea/ }).focus();
    await voter.keyboard.press("Space");
    await messageWith(author, "1 person voted").waitFor();
    await voter.keyboard.press("ArrowDown");
    await messageWith(author, "1 person voted").getByText("1 vote", { exact: true }).waitFor();
    await messageWith(author, "What do we drink?").getByRole("button", { name: "Show who voted" }).click();
    await messageWith(author, "What do we drink?").getByRole("listitem").filter({ hasText: "Bob" }).waitFor();
    await messageWith(author, "What do we drink?").getByRole("button", { name: "Close poll" }).click();
    await poll.getByText("Closed").waitFor();
    expect(await poll.getByRole("radio", { name: /^Coffee/ }).isDisabled()).toBe(true);
    expect(await poll.getByRole("radio", { name: /^Coffee/ }).isChecked()).toBe(true);
    expect(await composerOf(author, "general").inputValue()).toBe("");
  });
});
