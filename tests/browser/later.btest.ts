import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channelLink, composerOf, messageWith, say } from "./screen.ts";
import { type BrowserWorld, createBrowserWorld, type Person } from "./world.ts";

let world: BrowserWorld;
let ada: Person;

beforeAll(async () => {
  world = await createBrowserWorld();
  ada = await world.register("Ada");
});
afterAll(() => world.close());

describe("what somebody saves for later", () => {
  it("is on the list of all their devices until it is done, and leads to where it was said", async () => {
    const [desk, other] = await Promise.all([world.open(ada), world.open(ada, "/saved")]);
    await channelLink(desk, "general").click();
    await say(desk, "general", "Worth another look");
    await messageWith(desk, "Worth another look").focus();
    await desk.getByRole("button", { name: "Save for later" }).waitFor();
    await desk.keyboard.press("s");
    await other.getByText("Worth another look").waitFor();
    await other.getByRole("button", { name: "Mark as done" }).click();
    await other.getByText("Nothing is waiting").waitFor();
    await other.getByRole("button", { name: "Done", exact: true }).click();
    await other.getByRole("button", { name: /^Ada/ }).last().click();
    await messageWith(other, "Worth another look").waitFor();
    expect(other.url()).toContain("/c/chn_");
  });
});

describe("what somebody lets be sent later", () => {
  it("waits on a list, and is said when it is sent", async () => {
    const page = await world.open(ada);
    await channelLink(page, "random").click();
    await composerOf(page, "random").fill("See you on Monday");
    await page.getByRole("button", { name: "Send later" }).click();
    await page.getByRole("menuitem", { name: /^Monday/ }).click();
    await page.getByText(/^Will be sent Mon/).waitFor();
    expect(await composerOf(page, "random").inputValue()).toBe("");
    await page.getByRole("link", { name: "Drafts & scheduled" }).click();
    const list = page.getByRole("list", { name: "Scheduled" });
    await list.getByText("See you on Monday").waitFor();
    await list.getByRole("button", { name: "Send now" }).click();
    await page.getByText("Nothing is planned").waitFor();
    await channelLink(page, "random").click();
    await messageWith(page, "See you on Monday").waitFor();
    expect(await messageWith(page, "See you on Monday").count()).toBe(1);
  });
});
