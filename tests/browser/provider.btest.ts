import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startProvider, type TestProvider } from "../../src/modules/auth/testing/identity-provider.ts";
import { composerOf } from "./screen.ts";
import { type BrowserWorld, createBrowserWorld } from "./world.ts";

let provider: TestProvider;
let world: BrowserWorld;
beforeAll(async () => {
  world = await createBrowserWorld(async (url) => {
    provider = await startProvider(url);
    return {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.clientSecret,
      OIDC_NAME: "Northwind ID",
      OIDC_SIGN_UP: "true",
    };
  });
});
afterAll(async () => {
  await world.close();
  await provider.close();
});

describe("an identity provider", () => {
  it("lets somebody in who was never here, and out again when they sign out there", async () => {
    await world.register("Ada");
    provider.people.set("ben", { name: "Ben Ode", email: "ben@example.org", email_verified: true });
    const page = await world.open(undefined, "/login");
    await page.getByRole("button", { name: "Sign in with Northwind ID" }).click();
    await page.getByLabel("Person").fill("ben");
    await page.getByRole("button", { name: "Let me in" }).click();
    await composerOf(page, "general").waitFor();

    await provider.logOut("ben", String(provider.given.at(-1)?.["sid"]));
    await page.getByRole("heading", { name: "Sign in to Example" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/login");
  });

  it("is linked in the settings, and tells on the page for signing in what went wrong", async () => {
    const cleo = await world.register("Cleo");
    const settings = await world.open(cleo, "/settings/account");
    await settings.getByRole("button", { name: "Link account" }).click();
    await settings.getByLabel("Person").fill("cleo");
    await settings.getByRole("button", { name: "Let me in" }).click();
    await settings.getByRole("button", { name: "Remove link" }).waitFor();

    const page = await world.open(undefined, "/auth/oidc/start?next=/search");
    await page.getByRole("button", { name: "Let me in" }).click();
    await page.getByText("The identity provider did not let you in.").waitFor();
    expect(new URL(page.url()).pathname).toBe("/login");
  });
});
