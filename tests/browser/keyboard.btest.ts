import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composerOf, messageWith } from "./screen.ts";
import { type BrowserWorld, createBrowserWorld, PASSWORD, type Person } from "./world.ts";

let world: BrowserWorld;
let ada: Person;
let page: Page;

beforeAll(async () => {
  world = await createBrowserWorld();
  ada = await world.register("Ada");
  page = await world.open(undefined, "/login");
});
afterAll(() => world.close());

const press = (key: string) => page.keyboard.press(key);
const type = (text: string) => page.keyboard.type(text);

const has = (target: Locator) => target.evaluate((element) => element === document.activeElement);

/** Goes on by one key until the keyboard is where it should be: whoever sees nothing else does the same. */
async function reach(target: Locator, key = "Tab"): Promise<void> {
  await target.waitFor();
  for (let steps = 0; steps < 40; steps++) {
    if (await has(target)) return expectSeenFocus();
    await press(key);
  }
  throw new Error(`${key} does not lead to ${String(target)}; it is on ${await focused()}`);
}

const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200));

/** What has the keyboard can be seen, and looks otherwise than without it. */
async function expectSeenFocus(): Promise<void> {
  const { isSomewhere, isMarked } = await page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { outlineStyle } = getComputedStyle(element);
    const isField = element.matches("input, textarea");
    return {
      isSomewhere: element !== document.body && element.getClientRects().length > 0,
      isMarked: isField || (element.matches(":focus-visible") && outlineStyle !== "none"),
    };
  });
  expect({ isSomewhere, isMarked }, await focused()).toEqual({ isSomewhere: true, isMarked: true });
}

/** The keyboard comes to this by itself. */
async function expectFocus(target: Locator): Promise<void> {
  const place = async () => ((await target.count()) === 1 && (await has(target)) ? "here" : focused());
  await expect.poll(place, { timeout: 20_000 }).toBe("here");
}

async function switchTo(name: string, target: Locator): Promise<void> {
  await press("Control+k");
  await expectFocus(page.getByRole("combobox", { name: "Jump to" }));
  await type(name);
  await page.getByRole("option", { name, selected: true }).waitFor();
  await press("Enter");
  await expectFocus(target);
}

const general = () => composerOf(page, "general");
const messages = () => page.getByRole("region", { name: "Messages in #general" });

/** From where one writes onto a message, the last one first. */
async function goToMessage(text: string): Promise<void> {
  await expectFocus(general());
  await press("F6");
  await expectFocus(messages());
  await expectSeenFocus();
  await reach(messageWith(page, text), "ArrowUp");
}

describe("a day with the keyboard alone", () => {
  it("begins with signing in", async () => {
    await reach(page.getByLabel(/email/i));
    await type(ada.email);
    await reach(page.getByLabel("Password", { exact: true }));
    await type(PASSWORD);
    await press("Enter");
    await page.getByRole("navigation").first().waitFor();
    expect(new URL(page.url()).pathname).not.toBe("/login");
  });

  it("goes to a channel and writes", async () => {
    await switchTo("general", general());
    for (const text of ["The first of the day", "One too many"]) {
      await type(text);
      await press("Enter");
      await messageWith(page, text).waitFor();
    }
    await expectFocus(general());
  });

  it("edits the last message from where one writes, and is there again", async () => {
    await press("ArrowUp");
    await expectFocus(page.getByRole("textbox", { name: "Edit message" }));
    await type(", it seems");
    await press("Enter");
    await messageWith(page, "One too many, it seems").waitFor();
    await expectFocus(general());
  });

  it("deletes a message, and goes on at the one before", async () => {
    await goToMessage("One too many");
    await press("Delete");
    await expectFocus(page.getByRole("dialog").getByRole("button", { name: "Delete" }));
    await press("Enter");
    await messageWith(page, "One too many").waitFor({ state: "detached" });
    await expectFocus(messageWith(page, "The first of the day"));
    await expectSeenFocus();
  });

  it("reacts, pins and saves, and stays on the message", async () => {
    const message = messageWith(page, "The first of the day");
    await press("+");
    await expectFocus(page.getByRole("combobox", { name: "Search emoji" }));
    await type("tada");
    await page
      .getByRole("option", { name: /tada|party popper/i })
      .or(page.getByRole("gridcell"))
      .first()
      .waitFor();
    await press("Enter");
    await message.getByRole("button", { name: "🎉, 1 person" }).waitFor();
    await expectFocus(message);
    await press("p");
    await message.getByText(/pinned/i).waitFor();
    await press("s");
    await message.getByRole("button", { name: "Remove from saved" }).waitFor();
    await expectFocus(message);
  });

  it("reaches the tools of a message by Tab, and what is in their menu", async () => {
    const message = messageWith(page, "The first of the day");
    await reach(message.getByRole("button", { name: "More" }));
    await press("Enter");
    await expectFocus(page.getByRole("menuitem").first());
    await press("Escape");
    await expectFocus(message.getByRole("button", { name: "More" }));
    await press("Escape");
    await expectFocus(general());
  });

  it("replies in a thread, goes round the window, and closes it", async () => {
    await goToMessage("The first of the day");
    await press("t");
    const reply = page.getByRole("complementary").getByRole("textbox", { name: "Reply" });
    await expectFocus(reply);
    await type("A reply");
    await press("Enter");
    await page.getByRole("complementary").getByRole("article").filter({ hasText: "A reply" }).waitFor();
    await press("F6");
    await press("F6");
    await expectFocus(page.getByRole("navigation", { name: "Channels and conversations" }));
    await expectSeenFocus();
    await press("Shift+F6");
    await press("Shift+F6");
    await expectFocus(reply);
    await press("Escape");
    await page.getByRole("complementary").waitFor({ state: "detached" });
    await expectSeenFocus();
  });

  it("goes from channel to channel as the sidebar shows them", async () => {
    await press("Alt+ArrowDown");
    await expectFocus(composerOf(page, "random"));
    await press("Alt+ArrowUp");
    await expectFocus(general());
  });

  it("searches and opens what was found", async () => {
    await press("Control+Shift+f");
    await expectFocus(page.getByRole("main").getByRole("combobox"));
    await type("first");
    await press("Enter");
    const hit = page.getByRole("main").getByRole("listitem").filter({ hasText: "The first of the day" });
    await reach(hit.getByRole("button").first());
    await press("Enter");
    await messageWith(page, "The first of the day").waitFor();
    await expectSeenFocus();
  });

  it("finds what was saved", async () => {
    await reach(page.getByRole("navigation").getByRole("link", { name: /^Saved/ }), "Shift+Tab");
    await press("Enter");
    await page.getByRole("main").getByText("The first of the day").waitFor();
    await expectSeenFocus();
  });

  it("sees every key that there is", async () => {
    await press("?");
    const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
    await keys.getByText("Pin or unpin").waitFor();
    await press("Escape");
    await keys.waitFor({ state: "detached" });
    await expectSeenFocus();
  });

  it("changes a preference and comes back", async () => {
    await press("Control+,");
    await expectFocus(page.getByRole("region", { name: "Preferences" }));
    await expectSeenFocus();
    const chosen = page.getByRole("radio", { checked: true }).first();
    await reach(chosen);
    await press("ArrowRight");
    await expectFocus(chosen);
    await press("Escape");
    await page.getByRole("navigation", { name: "Channels and conversations" }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe("BODY");
  });

  it("ends with signing out", async () => {
    await reach(page.getByRole("navigation").getByRole("button", { name: /Ada$/ }), "Shift+Tab");
    await press("Enter");
    await expectFocus(page.getByRole("menu"));
    await press("ArrowUp");
    await expectFocus(page.getByRole("menuitem", { name: "Sign out" }));
    await press("Enter");
    await page.getByLabel("Password", { exact: true }).waitFor();
  });
});
