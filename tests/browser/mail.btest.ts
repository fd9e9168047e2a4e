import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createMailWorld, type MailWorld, type ReceivedLetter } from "./mail-world.ts";
import { composerOf } from "./screen.ts";
import { PASSWORD } from "./world.ts";

const NEW_PASSWORD = "crocus under the hedge";
const HOUR_MS = 3_600_000;

let world: MailWorld;
beforeAll(async () => {
  world = await createMailWorld();
});
afterEach(() => world.closePages());
afterAll(() => world.close());

const titled = (page: Page, title: string) => page.getByRole("heading", { name: title }).waitFor();
const linkIn = ({ text }: ReceivedLetter) => /http\S+\/(?:verify|reset)\/\S+/.exec(text)?.[0];

/** What the page says, but for the address that was entered there. */
async function said(page: Page, email: string): Promise<string> {
  return (await page.getByRole("main").innerText()).replaceAll(email, "…");
}

async function register(email: string): Promise<Page> {
  const page = await world.open("/register");
  await page.getByLabel("Your name").fill("Somebody");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Create account", exact: true }).click();
  await titled(page, "Check your mail");
  return page;
}

async function askForReset(email: string): Promise<Page> {
  const page = await world.open("/login");
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await titled(page, "Forgotten password");
  await page.getByLabel("Email").fill(email);
  await page.getByRole("button", { name: "Send link" }).click();
  await titled(page, "Check your mail");
  return page;
}

async function choosePassword(link: string, password: string): Promise<Page> {
  const page = await world.open(link);
  await page.getByLabel("New password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Save password" }).click();
  return page;
}

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function expectIn(page: Page): Promise<void> {
  await composerOf(page, "general").waitFor();
}

/** Somebody who has an account. */
async function join(email: string): Promise<void> {
  await register(email);
  await titled(await world.open(linkIn(await world.nextLetter()) ?? "no link"), "Email address confirmed");
}

async function askForLink(email: string): Promise<string> {
  await askForReset(email);
  return linkIn(await world.nextLetter()) ?? "no link";
}

describe("registering by mail", () => {
  it("lets somebody in who follows the link of the letter, once", async () => {
    const email = "ben@example.org";
    await register(email);
    const letter = await world.nextLetter();
    expect(letter.to).toBe(email);
    const link = linkIn(letter) ?? "no link";

    const page = await world.open(link);
    await titled(page, "Email address confirmed");
    await page.getByRole("link", { name: "Sign in" }).click();
    await signIn(page, email, PASSWORD);
    await expectIn(page);

    const again = await world.open(link);
    await titled(again, "This link cannot be used");
    expect(await said(again, email)).toContain("sign in");
  });

  it("keeps somebody out who has not confirmed yet", async () => {
    const email = "cleo@example.org";
    await register(email);
    await world.nextLetter();
    const page = await world.open("/login");
    await signIn(page, email, PASSWORD);
    await page.getByText("Email address or password is wrong").waitFor();
    expect(page.url()).toContain("/login");
  });

  it("tells a stranger nothing about an address that has an account, and its owner by letter", async () => {
    const [taken, free] = [world.owner.email, "dora@example.org"];
    const pages = [await register(taken), await register(free)] as const;
    expect(await said(pages[0], taken)).toBe(await said(pages[1], free));
    const letter = await world.nextLetter();
    expect(letter).toMatchObject({ to: taken, text: expect.stringContaining("where you have an account") });
    expect(linkIn(letter)).toBeUndefined();
    expect(await world.nextLetter()).toMatchObject({ to: free });
  });

  it("takes no link that is made up or a day old, and lets one register again", async () => {
    await titled(await world.open("/verify/made-up"), "This link cannot be used");
    const email = "emil@example.org";
    await register(email);
    const old = linkIn(await world.nextLetter()) ?? "no link";
    world.clock.advance(24 * HOUR_MS);
    await titled(await world.open(old), "This link cannot be used");
    await register(email);
    const link = linkIn(await world.nextLetter()) ?? "no link";
    await titled(await world.open(link), "Email address confirmed");
    expect(link).not.toBe(old);
  });
});

describe("a forgotten password", () => {
  it("is chosen anew by the link of the letter, which ends every session", async () => {
    const { email } = world.owner;
    const signedIn = await world.open("/login");
    await signIn(signedIn, email, PASSWORD);
    await expectIn(signedIn);

    const page = await choosePassword(await askForLink(email), NEW_PASSWORD);
    await titled(page, "Password changed");
    await signedIn.waitForURL(/\/login/);

    await page.getByRole("link", { name: "Sign in" }).click();
    await signIn(page, email, PASSWORD);
    await page.getByText("Email address or password is wrong").waitFor();
    await signIn(page, email, NEW_PASSWORD);
    await expectIn(page);
    expect(await composerOf(signedIn, "general").count()).toBe(0);
  });

  it("is not changed by a link that was used", async () => {
    const email = "finn@example.org";
    await join(email);
    const link = await askForLink(email);
    await titled(await choosePassword(link, NEW_PASSWORD), "Password changed");
    const page = await choosePassword(link, "iris beside the pond");
    await titled(page, "This link cannot be used");
    await page.goto("/login");
    await signIn(page, email, NEW_PASSWORD);
    await expectIn(page);
    expect(page.url()).toContain("/c/chn_");
  });

  it("is not changed by a link that is an hour old or made up, and another one can be asked for", async () => {
    const email = "gwen@example.org";
    await join(email);
    const old = await askForLink(email);
    world.clock.advance(HOUR_MS);
    const page = await choosePassword(old, NEW_PASSWORD);
    await titled(page, "This link cannot be used");
    await titled(await choosePassword("/reset/made-up", NEW_PASSWORD), "This link cannot be used");
    await page.getByRole("link", { name: "Ask for a new link" }).click();
    await titled(page, "Forgotten password");
    expect(await page.getByRole("button", { name: "Send link" }).isEnabled()).toBe(true);
  });

  it("tells a stranger nothing about whether there is an account", async () => {
    const [known, unknown] = [world.owner.email, "nobody@example.org"];
    const pages = [await askForReset(unknown), await askForReset(known)] as const;
    expect(await said(pages[0], unknown)).toBe(await said(pages[1], known));
    // Letters are sent in the order in which they were asked for: there was none before it.
    expect(await world.nextLetter()).toMatchObject({ to: known });
  });
});
