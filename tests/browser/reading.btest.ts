import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ChannelKind } from "../../gen/chatter/channel/v1/channel_pb.js";
import { channelLink, composerOf, messageWith } from "./screen.ts";
import { type BrowserWorld, createBrowserWorld, type Person } from "./world.ts";

let world: BrowserWorld;
let ada: Person;
let ben: Person;
let general: string;

beforeAll(async () => {
  world = await createBrowserWorld();
  ada = await world.register("Ada");
  ben = await world.register("Ben");
  const { channels } = await ada.api.channel.listMyChannels({});
  general = channels.find(({ channel }) => channel?.name === "general")?.channel?.id ?? "";
});
afterAll(() => world.close());

async function post(person: Person, channelId: string, text: string): Promise<string> {
  const { message } = await person.api.message.sendMessage({
    channelId,
    clientId: crypto.randomUUID(),
    text,
  });
  return message?.id ?? "";
}

/** Where each message that can be seen stands, once the list has come to rest. */
function restingTops(page: Page): Promise<Record<string, number>> {
  return page.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const view = document.querySelector("main [role=region]")?.getBoundingClientRect() ?? new DOMRect();
    for (let before = ""; ; ) {
      const rows = [...document.querySelectorAll<HTMLElement>("main [role=article]")];
      const tops = rows.map((row) => [row.dataset["key"], row.getBoundingClientRect().top] as const);
      const seen = tops.filter(([, top]) => top >= view.top && top < view.bottom);
      const now = JSON.stringify(seen);
      if (now === before) return Object.fromEntries(seen);
      before = now;
      for (let frames = 0; frames < 3; frames += 1) await frame();
    }
  });
}

/** Goes to another channel, and answers how far any message was painted from where it was painted first. */
function movesAfterOpening(page: Page, channelId: string): Promise<number> {
  return page.evaluate(async (id) => {
    // What an observer of intersections is told is how things stood when a frame was painted.
    const painted = () =>
      new Promise<readonly IntersectionObserverEntry[]>((resolve) =>
        requestAnimationFrame(() => {
          const rows = document.querySelectorAll("main [role=article]");
          if (rows.length === 0 || !location.pathname.includes(id)) return resolve([]);
          const observer = new IntersectionObserver((entries) => {
            observer.disconnect();
            resolve(entries);
          });
          for (const row of rows) observer.observe(row);
        }),
      );
    document.querySelector<HTMLElement>(`nav a[href^="/c/${id}"]`)?.click();
    const first = new Map<string, number>();
    let largest = 0;
    for (let still = 0; still < 30; still += first.size > 0 ? 1 : 0) {
      for (const { target, boundingClientRect, isIntersecting } of await painted()) {
        const key = target instanceof HTMLElement ? target.dataset["key"] : undefined;
        if (key === undefined || !isIntersecting) continue;
        const begin = first.get(key) ?? boundingClientRect.top;
        first.set(key, begin);
        largest = Math.max(largest, Math.abs(boundingClientRect.top - begin));
      }
    }
    return largest;
  }, channelId);
}

describe("a long history", () => {
  const count = 320;
  const paragraphs = [
    "Short.",
    "Longer. ".repeat(40),
    "One\n\nTwo\n\nThree",
    "```ts\nconst a = 1;\nconst b = 2;\n```",
  ];

  it("stays where it is while earlier messages come in, up to the first of all", async () => {
    const { channel } = await ada.api.channel.createChannel({ kind: ChannelKind.PUBLIC, name: "long" });
    const longId = channel?.id ?? "";
    // One day, and mostly one person: nothing but its place tells a message from the next.
    for (let n = 1; n <= count; n++)
      await post(ada, longId, `No. ${n}: ${paragraphs[n % paragraphs.length]}`);
    const page = await world.open(ada, `/c/${longId}`);
    await messageWith(page, `No. ${count}:`).waitFor();
    await page.getByRole("region", { name: "Messages in #long" }).hover();
    const step = 240;
    let before = await restingTops(page);
    while (!(await page.getByText("This is the beginning of #long").isVisible())) {
      await page.mouse.wheel(0, -step);
      const after = await restingTops(page);
      const moves = Object.keys(after).flatMap((key) =>
        key in before ? (after[key] ?? 0) - (before[key] ?? 0) : [],
      );
      expect(moves.length).toBeGreaterThan(0);
      const isAtStart = await page.getByText("This is the beginning of #long").isVisible();
      for (const moved of moves)
        expect(isAtStart ? moved <= step + 1 : Math.abs(moved - step) <= 1).toBe(true);
      before = after;
    }
  });

  it("does not move when a page comes in above somebody who has reached the end of what was loaded", async () => {
    const page = await world.open(ada);
    await channelLink(page, "general").click();
    await channelLink(page, "long").click();
    await messageWith(page, `No. ${count}:`).waitFor();
    const held = Promise.withResolvers<void>();
    await page.route("**/ListMessages**", async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.getByRole("region", { name: "Messages in #long" }).hover();
    const asked = page.waitForRequest("**/ListMessages**");
    await page.mouse.wheel(0, -100_000);
    await asked;
    const before = await restingTops(page);
    const top = await page.getByRole("main").getByRole("article").first().innerText();
    const first = Number(/No\. (\d+):/.exec(top)?.[1]);
    held.resolve();
    await messageWith(page, `No. ${first - 2}:`).waitFor({ state: "attached" });
    const after = await restingTops(page);
    expect(Object.keys(before).length).toBeGreaterThan(0);
    for (const [key, top] of Object.entries(before)) {
      expect(Math.abs((after[key] ?? Number.NaN) - top)).toBeLessThan(1);
    }
  });
});

describe("a channel that is opened", () => {
  it("stands where it was painted first: new, again, after a reload, and at what is unread", async () => {
    const { channels } = await ada.api.channel.listMyChannels({});
    const longId = channels.find(({ channel }) => channel?.name === "long")?.channel?.id ?? "";
    await ben.api.channel.joinChannel({ channelId: longId });
    const page = await world.open(ben, `/c/${general}`);
    await composerOf(page, "general").waitFor();
    const openLong = async () => {
      expect(await movesAfterOpening(page, longId)).toBeLessThan(1);
      await channelLink(page, "general").click();
      await composerOf(page, "general").waitFor();
    };
    await openLong();
    await openLong();
    await page.reload();
    await composerOf(page, "general").waitFor();
    await openLong();
    await ben.api.channel.markUnread({ channelId: longId, seq: 200n });
    await page.getByRole("link", { name: /^long.*unread/ }).waitFor();
    expect(await movesAfterOpening(page, longId)).toBeLessThan(1);
    await page.getByRole("heading", { name: "New", exact: true }).waitFor();
  });
});

describe("the versions of a message", () => {
  it("open from the mark of an edited message, and leave when it is deleted", async () => {
    const id = await post(ben, general, "The meeting is at noon");
    await ben.api.message.editMessage({ messageId: id, text: "The meeting is at three" });
    const page = await world.open(ada, `/c/${general}`);
    await messageWith(page, "The meeting is at three").getByRole("button", { name: "(edited)" }).click();
    const dialog = page.getByRole("dialog", { name: "Edit history" });
    await dialog.getByText("The meeting is at noon").waitFor();
    expect(await dialog.getByRole("listitem").allInnerTexts()).toEqual([
      expect.stringContaining("at three"),
      expect.stringContaining("at noon"),
    ]);
    await ben.api.message.deleteMessage({ messageId: id });
    await dialog.getByText("This message was deleted.").waitFor();
    expect(await page.getByText("The meeting is at noon").count()).toBe(0);
  });
});

describe("the unread divider", () => {
  it("stands before one's own message when that is marked as unread", async () => {
    const page = await world.open(ada, `/c/${general}`);
    await post(ada, general, "My own words");
    await post(ben, general, "An answer");
    const own = messageWith(page, "My own words");
    await messageWith(page, "An answer").waitFor();
    await own.focus();
    await page.keyboard.press("u");
    await page.getByRole("heading", { name: "New", exact: true }).waitFor();
    const texts = await page.getByRole("main").locator("[data-index]").allInnerTexts();
    const divider = texts.indexOf("New");
    expect(texts[divider + 1]).toContain("My own words");
  });
});

describe("keys that work everywhere", () => {
  it("do nothing behind a dialog", async () => {
    const page = await world.open(ada, `/c/${general}`);
    await composerOf(page, "general").waitFor();
    await page.getByRole("main").getByRole("button", { name: "Pinned messages" }).click();
    await page.getByRole("dialog", { name: "Pinned messages" }).waitFor();
    const address = page.url();
    for (const key of ["Alt+ArrowDown", "Alt+ArrowUp", "F6", "Control+k", "?"])
      await page.keyboard.press(key);
    expect(page.url()).toBe(address);
    expect(await page.getByRole("dialog").count()).toBe(1);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("Alt+ArrowDown");
    await page.waitForURL((url) => url.href !== address);
  });
});
