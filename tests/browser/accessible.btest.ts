import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channelLink, composerOf, messageWith, say } from "./screen.ts";
import { type BrowserWorld, createBrowserWorld, type Person, type ViewOptions } from "./world.ts";

let world: BrowserWorld;
let ada: Person;

beforeAll(async () => {
  world = await createBrowserWorld();
  ada = await world.register("Ada");
  const page = await world.open(ada);
  await channelLink(page, "general").click();
  await say(
    page,
    "general",
    "Some **bold** text, `code`, a [link](https://example.org) and a list:\n- one\n- two",
  );
  await messageWith(page, "Some bold text").waitFor();
});
afterAll(() => world.close());

const wcag22aa = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Nothing that WCAG 2.2 asks for up to AA is missing, and nothing else that axe calls serious. */
async function expectAccessible(page: Page): Promise<void> {
  const rules = { "target-size": { enabled: true } };
  const { violations } = await new AxeBuilder({ page }).options({ rules }).analyze();
  const grave = violations.filter(
    ({ impact, tags }) =>
      impact === "serious" || impact === "critical" || tags.some((tag) => wcag22aa.includes(tag)),
  );
  expect(grave.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

const views: readonly [string, ViewOptions][] = [
  ["light", {}],
  ["dark", { colorScheme: "dark" }],
  ["on a phone", { phone: true }],
  ["in 320 pixels, as at 400 %", { width: 320 }],
];

describe.each(views)("axe finds nothing that WCAG 2.2 AA forbids (%s)", (_, view) => {
  it("where one signs in", async () => {
    const page = await world.open(undefined, "/login", view);
    await page.getByLabel(/email/i).waitFor();
    await expectAccessible(page);
  });

  it("in a channel", async () => {
    const page = await world.open(ada, "/", view);
    await channelLink(page, "general").click();
    await messageWith(page, "Some bold text").waitFor();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });

  it("in what one saved and drafted", async () => {
    const page = await world.open(ada, "/saved", view);
    for (const [path, title] of [
      ["/saved", "Saved"],
      ["/drafts", "Drafts"],
    ] as const) {
      await page.goto(world.url + path);
      await page.getByRole("heading", { name: title }).first().waitFor();
      await expectAccessible(page);
    }
  });

  it("in the settings, in a search, on the page of the keys and among people", async () => {
    const page = await world.open(ada, "/settings/preferences", view);
    await page.getByRole("heading", { name: "Preferences" }).first().waitFor();
    await expectAccessible(page);
    await page.goto(`${world.url}/search?q=bold`);
    await page.getByRole("main").getByText("Some bold text").waitFor();
    await expectAccessible(page);
    await page.keyboard.press("Control+/");
    await page.getByRole("dialog").waitFor();
    await expectAccessible(page);
    await page.goto(world.url);
    await page.getByRole("navigation").getByRole("button", { name: /Ada$/ }).click();
    await page.getByRole("menuitem", { name: "People", exact: true }).click();
    await page.getByRole("button", { name: /@ada/ }).waitFor();
    await expectAccessible(page);
  });
});

describe("a screen reader", () => {
  it("hears of a message who wrote it, then what, then when", async () => {
    const page = await world.open(ada);
    await channelLink(page, "general").click();
    await messageWith(page, "Some bold text").waitFor();
    const label = await messageWith(page, "Some bold text").getAttribute("aria-label");
    expect(label).toMatch(/^Ada: Some bold text, .*, \d{1,2}:\d{2}/);
  });
});

describe("the keyboard alone", () => {
  it("changes the channel by the switcher and writes", async () => {
    const page = await world.open(ada);
    await channelLink(page, "general").waitFor();
    await page.keyboard.press("Control+k");
    await page.getByRole("combobox").or(page.getByRole("searchbox")).first().waitFor();
    await page.keyboard.type("rand");
    await page.keyboard.press("Enter");
    await composerOf(page, "random").waitFor();
    await page.keyboard.type("typed without a mouse");
    await page.keyboard.press("Enter");
    await messageWith(page, "typed without a mouse").waitFor();
    expect(await composerOf(page, "random").inputValue()).toBe("");
  });
});
