import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channelLink, messageWith, say } from "./screen.ts";
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

describe("two people who know each other", () => {
  it("find each other in the directory, become contacts, and part when one blocks the other", async () => {
    const [first, second] = await Promise.all([world.open(ada), world.open(ben)]);
    await openPeople(first, "Ada");
    const people = first.getByRole("dialog", { name: "People" });
    await people.getByRole("searchbox", { name: "Find by name or handle" }).fill("be");
    await people.getByRole("button", { name: "What to do with Ben" }).click();
    await first.getByRole("menuitem", { name: "Add to contacts" }).click();
    await first.getByRole("textbox", { name: "Note" }).fill("We met on Monday");
    await first.keyboard.press("Enter");

    await openPeople(second, "Ben");
    await second.getByRole("tab", { name: /^Requests/ }).click();
    await second.getByText("We met on Monday").waitFor();
    await second.getByRole("button", { name: "Accept Ada" }).click();
    await second.getByRole("tab", { name: "Contacts" }).click();
    await second.getByRole("button", { name: /@ada/ }).waitFor();
    await people.getByRole("tab", { name: "Contacts" }).click();
    await people.getByRole("button", { name: /@ben/ }).waitFor();

    await people.getByRole("button", { name: "Write a message" }).click();
    await first.getByRole("textbox", { name: "Message Ben" }).waitFor();
    await second.getByRole("button", { name: "What to do with Ada" }).click();
    await second.getByRole("menuitem", { name: "Block" }).click();
    await first.getByText("You cannot write to this person.").waitFor();
    const dialog = second.getByRole("dialog", { name: "People" });
    // Until the menu is gone everything beside it is inert.
    await second.getByRole("menu").waitFor({ state: "detached" });
    await dialog.getByRole("button", { name: "Close" }).click();
    await dialog.waitFor({ state: "detached" });

    await channelLink(first, "general").click();
    await say(first, "general", "Is anybody here?");
    await channelLink(second, "general").click();
    await second.getByText("Message from somebody you blocked.").waitFor();
    expect(await messageWith(second, "Is anybody here?").count()).toBe(0);
    await second.getByRole("button", { name: "Show", exact: true }).click();
    await messageWith(second, "Is anybody here?").waitFor();
  });
});

async function openPeople(page: Page, name: string): Promise<void> {
  await page
    .getByRole("navigation")
    .getByRole("button", { name: new RegExp(`${name}$`) })
    .click();
  await page.getByRole("menuitem", { name: "People", exact: true }).click();
}
