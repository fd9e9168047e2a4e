import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ChannelKind } from "../../gen/chatter/channel/v1/channel_pb.js";
import { type AdminWorld, CONSUMER, createAdminWorld } from "./admin-world.ts";
import type { ViewOptions } from "./world.ts";

let world: AdminWorld;

beforeAll(async () => {
  world = await createAdminWorld();
  await world.register("Ben");
  await world.owner.channel.createChannel({ kind: ChannelKind.PUBLIC, name: "launch" });
});
afterAll(() => world.close());

async function expectNothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** Picks from a field with a list, by a few letters and Enter. */
async function pick(page: Page, label: string, letters: string, whole: string): Promise<void> {
  const field = page.getByRole("combobox", { name: label, exact: true }).first();
  await field.pressSequentially(letters);
  await page.getByRole("option", { name: whole }).first().waitFor();
  await field.press("Enter");
  await expect.poll(() => field.inputValue()).toContain(whole);
}

describe("an admin", () => {
  it("finds an event that could not be handled, sees why, and has it tried again", async () => {
    await world.parkProfileChange();
    const page = await world.open("/settings/overview");
    await page.getByText("1 event could not be handled").first().waitFor();
    await page.getByRole("link", { name: /^Look/ }).click();
    await page.getByText("the printer is out of paper").first().waitFor();
    await page.getByRole("button", { name: `Details: Profile changed for ${CONSUMER}` }).click();
    const details = page.getByRole("dialog", { name: "Profile changed" });
    await details.getByText("Head of badges").waitFor({ state: "detached" });
    await details.getByText("14 characters, not shown").waitFor();
    await page.keyboard.press("Escape");
    const before = world.handled();
    world.broken = false;
    await page.getByRole("button", { name: `Try again: Profile changed for ${CONSUMER}` }).press("Enter");
    await page.getByText("No event is parked").waitFor();
    await page.getByRole("list", { name: "What was done" }).getByText("1 delivery tried again").waitFor();
    await expect.poll(() => world.handled()).toBe(before + 1);
    await page.goto("/settings/overview");
    await page.getByText("Everything is well").waitFor();
  });

  it("asks why somebody may not write in a channel, and sees it change", async () => {
    const page = await world.open("/settings/rights");
    await pick(page, "Who", "be", "Ben");
    await pick(page, "Where", "lau", "#launch");
    const answer = page.getByRole("region", { name: "Answer" });
    await answer.getByText("No, Ben may not write in #launch.").waitFor();
    await answer.getByText("Ben being in #launch").waitFor();
    await page.getByLabel("What").selectOption({ label: "In a channel: read" });
    await answer.getByText("Yes, Ben may read #launch.").waitFor();
    await answer.getByText("#launch is public in Example").waitFor();
    await answer.getByText("Ben is a member of Example").waitFor();
    await page.getByRole("list", { name: "Changes" }).getByText("Ada is an admin of #launch").waitFor();
    await pick(page, "Where", "gene", "#general");
    await expect.poll(() => answer.innerText()).toContain("Yes, Ben may read #general.");
  });

  it("sees where somebody is signed in, and ends it", async () => {
    const cleo = await world.register("Cleo");
    const page = await world.open("/settings/people");
    await page.getByRole("button", { name: "Role and account of Cleo" }).click();
    await page.getByRole("menuitem", { name: "Where they are signed in" }).click();
    const dialog = page.getByRole("dialog", { name: "Where Cleo is signed in" });
    await dialog.getByRole("button", { name: "Sign out everywhere" }).click();
    await dialog.getByText("Cleo is signed in on no device.").waitFor();
    await dialog.getByText("Signed out by others").waitFor();
    await expect(cleo.auth.getSession({})).rejects.toThrow(/unauthenticated/);
  });

  it("sees what jobs there are, when they are due, and that none has run", async () => {
    const page = await world.open("/settings/jobs");
    await page.getByText("Delete expired sessions, invitations and links").first().waitFor();
    await page.getByText("No runs yet").waitFor();
    await page.getByRole("switch", { name: "Only what went wrong" }).click();
    await page.getByText("Nothing went wrong").waitFor();
    expect(await page.getByRole("list", { name: "All jobs" }).getByText("Next").count()).toBeGreaterThan(3);
  });
});

const views: readonly [string, ViewOptions][] = [
  ["light", {}],
  ["dark", { colorScheme: "dark" }],
  ["on a phone", { phone: true }],
];

describe.each(views)("axe finds nothing serious (%s)", (_, view) => {
  it.each([
    ["overview", "Engines"],
    ["jobs", "History"],
    ["events", "What was done"],
    ["rights", "Changes"],
  ])("on the page of %s", async (path, title) => {
    const page = await world.open(`/settings/${path}`, view);
    await page.getByRole("heading", { name: title, exact: true }).waitFor();
    await expectNothingSerious(page);
  });
});
