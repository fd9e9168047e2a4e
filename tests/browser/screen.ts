import type { Locator, Page } from "playwright-core";
import { expect } from "vitest";

/** What a person finds on the main screen, by the names that a screen reader says. */
export const composerOf = (page: Page, channel: string): Locator =>
  page.getByRole("textbox", { name: `Message #${channel}` });

export const messageWith = (page: Page, text: string): Locator =>
  page.getByRole("main").getByRole("article").filter({ hasText: text });

export const channelLink = (page: Page, name: string): Locator =>
  page.getByRole("navigation").getByRole("link", { name: new RegExp(`^${name}( |$)`) });

export async function say(page: Page, channel: string, text: string): Promise<void> {
  await composerOf(page, channel).fill(text);
  await composerOf(page, channel).press("Enter");
}

/** Waits until the texts stand in the list, in this order and each of them once. */
export async function expectTexts(page: Page, texts: readonly string[]): Promise<void> {
  for (const text of texts) await messageWith(page, text).first().waitFor();
  const shown = await page.getByRole("main").getByRole("article").allInnerTexts();
  const order = shown.flatMap((article) => texts.filter((text) => article.includes(text)));
  expect(order).toEqual(texts);
}
