import { Secret, TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composerOf } from "./screen.ts";
import { type BrowserWorld, createBrowserWorld, PASSWORD, type Person } from "./world.ts";

let world: BrowserWorld;
let ada: Person;
beforeAll(async () => {
  world = await createBrowserWorld();
  ada = await world.register("Ada");
});
afterAll(() => world.close());

const STEP_MS = 30_000;

/** A code is good once, so that signing in after setting up takes the next one, which is honoured early. */
const codeOf = (secret: string, off = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + off });

async function secretOn(page: Page): Promise<string> {
  const typed = await page.getByText("Or type this into the app:").locator("code").innerText();
  return typed.replaceAll(" ", "");
}

async function enterPassword(page: Page, { email }: Pick<Person, "email">): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

describe("codes of an app", () => {
  it("are set up in the settings, asked for after the password, and replaced by a recovery code", async () => {
    const settings = await world.open(ada, "/settings/account");
    await settings.getByRole("button", { name: "Set up" }).click();
    await settings.getByRole("img", { name: "QR code for your app" }).waitFor();
    const secret = await secretOn(settings);
    await settings.getByLabel("Code that the app shows").fill(codeOf(secret));
    await settings.getByRole("button", { name: "Confirm", exact: true }).click();
    await settings.getByRole("list", { name: "Recovery codes" }).waitFor();
    const codes = await settings
      .getByRole("list", { name: "Recovery codes" })
      .getByRole("listitem")
      .allInnerTexts();
    expect(codes).toHaveLength(10);
    await settings.getByRole("button", { name: "I have kept them" }).click();
    await settings.getByText("10 recovery codes left").waitFor();

    const page = await world.open(undefined, "/login");
    await enterPassword(page, ada);
    await page.getByRole("heading", { name: "Second step" }).waitFor();
    await page.getByLabel("Code", { exact: true }).fill("000 000");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await page.getByText("This code is wrong, has expired or was used").waitFor();
    await page.getByLabel("Code", { exact: true }).fill(codeOf(secret, STEP_MS));
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await composerOf(page, "general").waitFor();

    const without = await world.open(undefined, "/login");
    await enterPassword(without, ada);
    await without.getByRole("button", { name: "Use a recovery code instead" }).click();
    await without.getByLabel("Recovery code").fill(codes[0] ?? "");
    await without.getByRole("button", { name: "Sign in", exact: true }).click();
    await composerOf(without, "general").waitFor();
    await settings.reload();
    await settings.getByText("9 recovery codes left").waitFor();
  });

  it("are set up while signing in where the organisation asks for them", async () => {
    const ben = await world.register("Ben");
    const admin = await world.open(ada, "/settings/organisation");
    await admin.getByLabel("Ask for it").selectOption("At once");
    await admin
      .getByRole("region", { name: "Second step for everybody" })
      .getByRole("button", { name: "Save" })
      .click();
    await admin.getByText("Asked for", { exact: true }).waitFor();

    const page = await world.open(undefined, "/login");
    await enterPassword(page, ben);
    await page.getByRole("heading", { name: "Set up a second step" }).waitFor();
    await page.getByLabel("Code that the app shows").fill(codeOf(await secretOn(page)));
    await page.getByRole("button", { name: "Confirm", exact: true }).click();
    await page.getByRole("heading", { name: "Your recovery codes" }).waitFor();
    await page.getByRole("button", { name: "I have kept them" }).click();
    await composerOf(page, "general").waitFor();
    expect(page.url()).toContain("/c/chn_");
  });
});
