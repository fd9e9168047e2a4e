import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composerOf, messageWith, say } from "./screen.ts";
import { type BrowserWorld, createBrowserWorld, PASSWORD, type Person } from "./world.ts";

let world: BrowserWorld;
let ada: Person;
beforeAll(async () => {
  world = await createBrowserWorld();
  ada = await world.register("Ada");
});
afterAll(() => world.close());

async function expectNothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

const exportsOf = (page: Page) => page.getByRole("list", { name: "Exports" }).getByRole("listitem");

describe("an owner", () => {
  it("takes everything along, and deletes the file", async () => {
    const page = await world.open(ada);
    await composerOf(page, "general").waitFor();
    await say(page, "general", "to be taken along");
    await messageWith(page, "to be taken along").waitFor();
    await page.goto(`${world.url}/settings/export`);
    await page.getByRole("radio", { name: /^Everything/ }).check();
    await page.getByRole("button", { name: "Start export" }).click();
    const row = exportsOf(page).first();
    await row.getByText("Ready").waitFor();
    await expectNothingSerious(page);

    const downloading = page.waitForEvent("download");
    await row.getByRole("link", { name: /^Download/ }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^chatter-\d{4}-\d\d-\d\d\.jsonl\.gz$/);
    const lines = gunzipSync(await readFile(await download.path())).toString();
    expect(lines).toContain('"text":"to be taken along"');

    await row.getByRole("button", { name: "Delete file" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete file" }).click();
    await row.getByText("File deleted").waitFor();
    expect(await row.getByRole("link").count()).toBe(0);
  });

  it("hears what a rule would erase before it holds, and a channel then tells it", async () => {
    const page = await world.open(ada, "/settings/retention");
    await page.getByLabel("Keep messages").selectOption("90 days");
    await page.getByRole("form").getByText("Nothing is erased by this.").waitFor();
    await page.getByRole("switch", { name: "Channels may differ" }).check();
    await expectNothingSerious(page);
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Erase from now on" }).click();
    await page.getByText(/^.*Ada set this on/).waitFor();
    await page.reload();
    expect(await page.getByLabel("Keep messages").inputValue()).toBe("90");
    expect(await page.getByRole("switch", { name: "Channels may differ" }).isChecked()).toBe(true);

    await page.goto(world.url);
    await composerOf(page, "general").waitFor();
    await page.getByRole("button", { name: "Channel details" }).first().click();
    const rule = page.getByRole("dialog").getByRole("form", { name: "How long messages are kept" });
    await rule.getByLabel("Keep messages").selectOption("7 days");
    await rule.getByRole("button", { name: "Save" }).click();
    await rule.getByRole("button", { name: "Save", disabled: true }).waitFor();
    const reader = await world.open(await world.register("Bea"));
    await composerOf(reader, "general").waitFor();
    await reader.getByRole("button", { name: "Channel details" }).first().click();
    await reader.getByText("Messages here are kept: 7 days.").waitFor();
  });

  it("cannot leave while there is no other", async () => {
    const page = await world.open(ada, "/settings/account");
    await page.getByRole("button", { name: "Delete account…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Your password").fill(PASSWORD);
    await dialog.getByRole("button", { name: "Delete account for good" }).click();
    await dialog.getByText("Make somebody else an owner first.").waitFor();
    expect((await ada.api.auth.getSession({})).account?.userId).toBe(ada.userId);
  });
});

describe("somebody who leaves for good", () => {
  it("is told what will be, needs the password, and is gone for those who stay", async () => {
    const ben = await world.register("Ben");
    const left = await world.open(ada);
    const page = await world.open(ben);
    await say(page, "general", "said by Ben");
    await messageWith(left, "said by Ben").waitFor();
    await page.goto(`${world.url}/settings/account`);
    await page.getByRole("button", { name: "Delete account…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("All that you wrote is erased").waitFor();
    await expectNothingSerious(page);
    await dialog.getByLabel("Your password").fill("not the password");
    await page.keyboard.press("Enter");
    await dialog.getByText("The current password is wrong.").waitFor();
    await dialog.getByLabel("Your password").fill(PASSWORD);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/login");
    await messageWith(left, "said by Ben").waitFor({ state: "detached" });
  });
});
