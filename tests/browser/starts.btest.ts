import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { composerOf, messageWith } from "./screen.ts";
import { type BrowserWorld, createBrowserWorld, type Person } from "./world.ts";

let world: BrowserWorld;

beforeAll(async () => {
  world = await createBrowserWorld();
});
afterAll(() => world.close());

/** How browsers log the answer to a client that asks who is signed in, where nobody is. */
const nobodyIsSignedIn =
  "error: Failed to load resource: the server responded with a status of 401 (Unauthorized)";

/** Opens a page and waits until nothing more is fetched: what the browser had to complain about meanwhile. */
async function open(person: Person | undefined, path: string) {
  const complaints: string[] = [];
  const page = await world.open(person, path, { onComplaint: (complaint) => complaints.push(complaint) });
  return { page, complaints };
}

describe("the built client, as the server serves it", () => {
  it("shows the setup without a complaint of the browser's on an empty installation", async () => {
    const { page, complaints } = await open(undefined, "/");
    await page.getByLabel(/your name/i).waitFor();
    await page.waitForLoadState("networkidle");
    expect(complaints).toEqual([nobodyIsSignedIn]);
  });

  it("shows the login without one to who is not signed in", async () => {
    await world.register("Ada");
    const { page, complaints } = await open(undefined, "/");
    await page.getByLabel(/email/i).waitFor();
    await page.waitForLoadState("networkidle");
    expect(page.url()).toContain("/login");
    expect(complaints).toEqual([nobodyIsSignedIn]);
  });

  it("shows a channel without one, with all that comes after its messages", async () => {
    const ada = await world.signIn("Ada");
    const { channels } = await ada.api.channel.listMyChannels({});
    const channelId = channels.find(({ channel }) => channel?.name === "general")?.channel?.id ?? "";
    await ada.api.message.sendMessage({ channelId, clientId: crypto.randomUUID(), text: "Hello" });
    const { page, complaints } = await open(ada, "/");
    await messageWith(page, "Hello").waitFor();
    await composerOf(page, "general").waitFor();
    await page.waitForLoadState("networkidle");
    expect(complaints).toEqual([]);
  });

  it("shows the settings without one", async () => {
    const ada = await world.signIn("Ada");
    const { page, complaints } = await open(ada, "/settings/preferences");
    await page.getByRole("heading", { name: "Preferences" }).first().waitFor();
    await page.waitForLoadState("networkidle");
    expect(complaints).toEqual([]);
  });
});
