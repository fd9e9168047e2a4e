import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type BrowserWorld, createBrowserWorld } from "./world.ts";

let world: BrowserWorld;
/** Two devices of one person. */
let laptop: Page;
let phone: Page;

beforeAll(async () => {
  world = await createBrowserWorld();
  const ada = await world.register("Ada");
  [laptop, phone] = await Promise.all([
    world.open(ada, "/settings/preferences"),
    world.open(ada, "/", { phone: true }),
  ]);
  await phone.getByRole("link", { name: "general" }).waitFor();
});
afterAll(() => world.close());

const choose = (label: string, language: string) =>
  laptop.getByLabel(label).selectOption({ label: language });

async function expectLanguage(page: Page, lang: string, dir: string): Promise<void> {
  await page.locator(`html[lang="${lang}"]`).waitFor({ state: "attached" });
  expect(await page.evaluate(() => getComputedStyle(document.body).direction)).toBe(dir);
}

describe("the language", () => {
  it("is the one that is chosen, on all devices, and stays", async () => {
    await choose("Language", "Deutsch");
    await laptop.getByRole("heading", { name: "Einstellungen", exact: true }).first().waitFor();
    await phone.getByRole("button", { name: "Kanäle hinzufügen" }).waitFor();
    for (const page of [laptop, phone]) await expectLanguage(page, "de", "ltr");
    await laptop.reload();
    await laptop.getByLabel("Sprache").waitFor();
  });

  it("runs from right to left where it is written so", async () => {
    await choose("Sprache", "العربية");
    await laptop.getByLabel("اللغة").waitFor();
    await phone.getByRole("button", { name: "إضافة قنوات" }).waitFor();
    for (const page of [laptop, phone]) await expectLanguage(page, "ar", "rtl");
  });
});
