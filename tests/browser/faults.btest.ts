import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { channelLink, expectTexts, messageWith, say } from "./screen.ts";
import { type BrowserWorld, createBrowserWorld, type Person } from "./world.ts";

let world: BrowserWorld;
let ada: Person;
let ben: Person;

beforeAll(async () => {
  world = await createBrowserWorld();
  ada = await world.register("Ada");
  ben = await world.register("Ben");
});
afterAll(() => world.close());

describe("a client whose network is cut", () => {
  it("keeps what is written, sends it once when the network is back, and misses nothing", async () => {
    const [cut, other] = await Promise.all([world.open(ada), world.open(ben)]);
    await Promise.all([cut, other].map((page) => channelLink(page, "general").click()));
    await say(cut, "general", "before the cut");
    await messageWith(other, "before the cut").waitFor();

    await cut.context().setOffline(true);
    await say(cut, "general", "written offline one");
    await say(cut, "general", "written offline two");
    await say(other, "general", "said meanwhile");
    await messageWith(cut, "written offline two").waitFor();
    await cut.context().setOffline(false);

    await messageWith(other, "written offline two").waitFor();
    await messageWith(cut, "said meanwhile").waitFor();
    const texts = ["before the cut", "said meanwhile", "written offline one", "written offline two"];
    await expectTexts(other, texts);
    await expectTexts(cut, texts);
  });

  it("sends after a reload what was still waiting when it was closed", async () => {
    const [page, other] = await Promise.all([world.open(ada), world.open(ben)]);
    await Promise.all([page, other].map((each) => channelLink(each, "random").click()));
    await say(page, "random", "first");
    await messageWith(other, "first").waitFor();
    await world.server.kill();
    await say(page, "random", "waiting in the outbox");
    await messageWith(page, "waiting in the outbox").waitFor();
    await page.close();
    await world.restart("kill");
    const again = await page.context().newPage();
    await again.goto(world.url);
    await messageWith(other, "waiting in the outbox").waitFor();
    await expectTexts(other, ["first", "waiting in the outbox"]);
  });
});

describe("clients of a server that goes away", () => {
  it.each(["kill", "stop"] as const)(
    "come back by themselves and go on talking, without a reload, after a %s",
    async (how) => {
      const [first, second] = await Promise.all([world.open(ada), world.open(ben)]);
      const pages = [first, second];
      const loads: string[] = [];
      for (const page of pages) page.on("load", () => loads.push(page.url()));
      await Promise.all(pages.map((page) => channelLink(page, "general").click()));
      const texts = [`before the ${how}`, `after the ${how}`, `still here: ${how}`] as const;
      await say(first, "general", texts[0]);
      await messageWith(second, texts[0]).waitFor();
      await world.restart(how);
      await say(first, "general", texts[1]);
      await messageWith(second, texts[1]).waitFor();
      await say(second, "general", texts[2]);
      for (const page of pages) await expectTexts(page, texts);
      expect(loads).toEqual([]);
    },
  );
});
