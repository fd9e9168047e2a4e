import type { CDPSession, Page } from "playwright-core";
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

/** A device that makes sure of its owner by itself, as a thumb on a sensor would. */
interface Authenticator {
  readonly id: string;
  /** What its owner does when asked: agrees, or has somebody else's thumb. */
  agrees(isOwner: boolean): Promise<void>;
  readonly cdp: CDPSession;
}

async function plugIn(page: Page): Promise<Authenticator> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable", { enableUI: false });
  const { authenticatorId: id } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const agrees = async (isUserVerified: boolean) => {
    await cdp.send("WebAuthn.setUserVerified", { authenticatorId: id, isUserVerified });
  };
  return { id, cdp, agrees };
}

/** The same device in another browser profile. */
async function carryOver(from: Authenticator, to: Authenticator): Promise<void> {
  const { credentials } = await from.cdp.send("WebAuthn.getCredentials", { authenticatorId: from.id });
  for (const credential of credentials) {
    await to.cdp.send("WebAuthn.addCredential", { authenticatorId: to.id, credential });
  }
}

async function signUp(page: Page, name: string): Promise<void> {
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Email").fill(`${name.toLowerCase()}@example.org`);
  await page.getByRole("button", { name: "Create account with a passkey" }).click();
  await composerOf(page, "general").waitFor();
}

const passkeys = (page: Page) => page.getByRole("list", { name: "Passkeys" }).getByRole("listitem");

describe("a passkey", () => {
  it("makes an account without a password and opens it again", async () => {
    const page = await world.open(undefined, "/register");
    const device = await plugIn(page);
    await signUp(page, "Ben");

    const other = await world.open(undefined, "/login");
    await carryOver(device, await plugIn(other));
    await other.getByRole("button", { name: "Sign in with a passkey" }).click();
    await composerOf(other, "general").waitFor();
    expect(other.url()).toContain("/c/chn_");
  });

  it("is offered at the field for the address, without any button", async () => {
    const page = await world.open(undefined, "/register");
    const device = await plugIn(page);
    await signUp(page, "Cleo");

    const other = await world.open(undefined, "/reset");
    await carryOver(device, await plugIn(other));
    // Its owner chooses it at once, as soon as the form offers it.
    await other.getByRole("link", { name: "Back to sign in" }).click();
    await composerOf(other, "general").waitFor();
    expect(other.url()).toContain("/c/chn_");
  });

  it("does nothing in the hands of somebody else, and the form says so", async () => {
    const page = await world.open(undefined, "/register");
    const device = await plugIn(page);
    await signUp(page, "Dora");

    const other = await world.open(undefined, "/reset");
    const found = await plugIn(other);
    await carryOver(device, found);
    await found.agrees(false);
    await other.getByRole("link", { name: "Back to sign in" }).click();
    await other.getByRole("button", { name: "Sign in with a passkey" }).click();
    await other.getByText("That was cancelled, or took too long").waitFor();
    expect(other.url()).toContain("/login");
  });

  it("is added, renamed and removed in the settings", async () => {
    const page = await world.open(ada, "/settings/account");
    await plugIn(page);
    await page.getByText("No passkeys yet").waitFor();
    await page.getByRole("button", { name: "Add a passkey" }).click();
    await passkeys(page).filter({ hasText: "Linux · Chrome" }).waitFor();

    await page.getByRole("button", { name: "Rename Linux · Chrome" }).click();
    await page.getByRole("textbox", { name: "Name" }).fill("Work laptop");
    await page.getByRole("button", { name: "Save" }).click();
    await passkeys(page).filter({ hasText: "Work laptop" }).waitFor();

    await page.getByRole("button", { name: "Remove Work laptop" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await page.getByText("No passkeys yet").waitFor();
    expect(await passkeys(page).count()).toBe(0);
  });

  it("is never removed where it is the last way in, until there is a password", async () => {
    const page = await world.open(undefined, "/register");
    await plugIn(page);
    await signUp(page, "Emil");
    await page.goto(`${world.url}/settings/account`);
    const remove = async () => {
      await page.getByRole("button", { name: "Remove Linux · Chrome" }).click();
      await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    };
    await remove();
    await page.getByText("Nothing else opens your account").waitFor();

    await page.getByLabel("New password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Choose a password" }).click();
    await page.getByText("Password changed").waitFor();
    await remove();
    await page.getByText("No passkeys yet").waitFor();
    expect(await passkeys(page).count()).toBe(0);
  });
});

describe("somebody who has lost everything", () => {
  it("comes back by a link that an owner makes", async () => {
    const people = await world.open(ada, "/settings/people");
    await people.getByRole("button", { name: "Role and account of Ben" }).click();
    await people.getByRole("menuitem", { name: "Link to recover the account" }).click();
    await people.getByRole("button", { name: "Make link" }).click();
    const link = await people.getByRole("textbox", { name: "Link" }).inputValue();

    const page = await world.open(undefined, new URL(link).pathname);
    await page.getByLabel("New password", { exact: true }).fill(PASSWORD);
    await page.getByRole("button", { name: "Save password" }).click();
    await page.getByRole("heading", { name: "Password changed" }).waitFor();
    const back = await world.signIn("Ben");
    expect(back.userId).toMatch(/^usr_/);
  });
});
