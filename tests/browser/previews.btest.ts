import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channelLink, messageWith, say } from "./screen.ts";
import { type BrowserWorld, createBrowserWorld, type Person } from "./world.ts";

const page = `<!doctype html><meta property="og:title" content="Release plan"><meta property="og:site_name"
  content="Wiki"><meta property="og:description" content="What is done until spring, and by whom.">`;
const site = createServer((_, response) => response.setHeader("content-type", "text/html").end(page));

let world: BrowserWorld;
let ada: Person;
let link: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
  link = `http://127.0.0.1:${(site.address() as AddressInfo).port}/plan`;
  world = await createBrowserWorld(async () => ({ OUTWARD_ALLOWED: "127.0.0.1/32" }));
  ada = await world.register("Ada");
});
afterAll(async () => {
  await world.close();
  site.close();
});

describe("a link in a message", () => {
  it("is previewed below it for everybody, live, until its author removes that", async () => {
    const writer = await world.open(ada);
    const reader = await world.open(await world.register("Bob"));
    for (const view of [writer, reader]) await channelLink(view, "general").click();
    await say(writer, "general", `Look at ${link}`);
    const card = (view: typeof writer) =>
      messageWith(view, "Look at").getByRole("list", { name: "Previews of links" });
    await card(reader).getByRole("link", { name: "Release plan" }).waitFor();
    expect(await card(reader).innerText()).toContain("What is done until spring, and by whom.");
    expect(await card(reader).getByRole("button").count()).toBe(0);
    await card(writer).getByRole("button", { name: "Remove the preview of Release plan" }).click();
    await card(reader).waitFor({ state: "detached" });
    await card(writer).waitFor({ state: "detached" });
  });

  it("is not previewed to whoever does not want to see it", async () => {
    const reader = await world.open(ada, "/settings/preferences");
    const saved = reader.waitForResponse(/\/UpdatePreferences$/);
    await reader.getByRole("switch", { name: "Show previews of links" }).uncheck();
    await saved;
    await reader.goto(world.url);
    await channelLink(reader, "general").click();
    await say(reader, "general", `Once more ${link}`);
    const other = await world.open(await world.signIn("Bob"));
    await channelLink(other, "general").click();
    await messageWith(other, "Once more").getByRole("link", { name: "Release plan" }).waitFor();
    await messageWith(reader, "Once more").waitFor();
    expect(await messageWith(reader, "Once more").getByRole("link", { name: "Release plan" }).count()).toBe(
      0,
    );
  });
});
