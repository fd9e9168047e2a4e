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

async function expectNothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

const views: readonly [string, ViewOptions][] = [
  ["light", {}],
  ["dark", { colorScheme: "dark" }],
  ["on a phone", { phone: true }],
];

describe.each(views)("axe finds nothing serious (%s)", (_, view) => {
  it("where one signs in", async () => {
    const page = await world.open(undefined, "/login", view);
    await page.getByLabel(/email/i).waitFor();
    await expectNothingSerious(page);
  });

  it("in a channel", async () => {
    const page = await world.open(ada, "/", view);
    await channelLink(page, "general").click();
    await messageWith(page, "Some bold text").waitFor();
    await expectNothingSerious(page);
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
