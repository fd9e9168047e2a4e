import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channelLink, composerOf } from "./screen.ts";
import { type BrowserWorld, createBrowserWorld, type Person } from "./world.ts";

let world: BrowserWorld;
let ada: Person;
let grace: Person;

beforeAll(async () => {
  world = await createBrowserWorld();
  ada = await world.register("Ada");
  grace = await world.register("Grace");
});
afterAll(() => world.close());

describe("the bookmarks of a channel", () => {
  it("are added, ordered and removed, before everybody's eyes", async () => {
    const [mine, hers] = [await world.open(ada), await world.open(grace)];
    await channelLink(mine, "general").click();
    await channelLink(hers, "general").click();
    await composerOf(hers, "general").waitFor();
    await mine.getByRole("button", { name: "More", exact: true }).click();
    await mine.getByRole("menuitem", { name: "Add bookmark" }).click();
    const dialog = mine.getByRole("dialog", { name: "Bookmark in #general" });
    const save = async (address: string, title: string) => {
      await dialog.getByLabel("Address").fill(address);
      await dialog.getByLabel("Title").fill(title);
      await dialog.getByRole("button", { name: "Save" }).click();
    };
    await save("javascript:alert(1)", "Plan");
    await dialog.getByText("Enter an address that begins with").waitFor();
    await save("example.org/plan", "Plan");
    const bar = hers.getByRole("list", { name: "Bookmarks" });
    await bar.getByRole("link", { name: "Plan" }).waitFor();
    await mine.getByRole("button", { name: "Add bookmark" }).click();
    await save(`${world.url}/saved`, "Kept");
    await bar.getByRole("link", { name: "Kept" }).waitFor();
    await mine.getByRole("button", { name: "What to do with Kept" }).click();
    await mine.getByRole("menuitem", { name: "Move earlier" }).click();
    await expect.poll(() => bar.getByRole("link").allInnerTexts()).toEqual(["Kept", "Plan"]);
    await bar.getByRole("link", { name: "Kept" }).click();
    await hers.waitForURL("**/saved");
    await mine.getByRole("button", { name: "What to do with Plan" }).click();
    await mine.getByRole("menuitem", { name: "Remove bookmark" }).click();
    await mine.getByRole("link", { name: "Plan" }).waitFor({ state: "detached" });
  });
});

describe("a private channel", () => {
  it("is opened to a group in its details, whose people then join by themselves", async () => {
    const { group } = await ada.api.groups.createGroup({ handle: "pilots", name: "Pilots", description: "" });
    await ada.api.groups.addGroupMembers({ groupId: group?.id ?? "", userIds: [grace.userId] });
    const made = await ada.api.channel.createChannel({ name: "hangar", kind: 2 });
    const channelId = made.channel?.id ?? "";
    const page = await world.open(ada, `/c/${channelId}`);
    await page.getByRole("button", { name: "Channel details" }).click();
    const dialog = page.getByRole("dialog", { name: "#hangar" });
    await dialog.getByRole("checkbox", { name: /Pilots/ }).check();
    await dialog.getByRole("form", { name: "Open to groups" }).getByRole("button", { name: "Save" }).click();
    await expect
      .poll(async () => (await ada.api.channel.getChannel({ channelId })).channel?.groupIds)
      .toEqual([group?.id]);
    expect((await grace.api.channel.joinChannel({ channelId })).membership?.channelId).toBe(channelId);
  });
});
