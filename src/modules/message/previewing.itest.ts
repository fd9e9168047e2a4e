import { fromBinary } from "@bufbuild/protobuf";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { EntrySchema } from "../../../gen/chatter/stream/v1/entry_pb.js";
import type { Actor } from "../../kernel/actor.ts";
import type { ChannelId, MessageId } from "../../kernel/ids.ts";
import { createTestClock } from "../../kernel/testing/test-clock.ts";
import { createTestOutward, serveAs } from "../../platform/outward/testing/hostile-server.ts";
import { createLocalBus } from "../../platform/realtime/local-bus.ts";
import { previewNextDue } from "./application/previews/preview-links.ts";
import { createPages } from "./infrastructure/previews/pages.ts";
import { createPreviewSettings } from "./infrastructure/previews/preview-settings.ts";
import { createPreviewTasks, notePreviewTasks } from "./infrastructure/previews/preview-tasks.ts";
import { indexLogs } from "./infrastructure/search/index-log.ts";
import { createSearchWorld, type SearchWorld } from "./testing/search-world.ts";

const clock = createTestClock("2026-06-01T08:00:00Z");
const due = createLocalBus<number>();

let world: SearchWorld;
let ada: Actor;
let channelId: ChannelId;
beforeAll(async () => {
  world = await createSearchWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  [ada, channelId] = [world.person(), world.channel()];
});

const page = (head: string) => `<!doctype html><html><head>${head}</head><body>text</body></html>`;

/** A site whose pages have these heads, and what previews them. */
async function siteOf(pages: Record<string, string>) {
  const { port, asked } = await serveAs((request, response) => {
    const html = pages[request.url ?? ""];
    if (html === undefined)
      response.writeHead(404, { "content-type": "text/html" }).end(page("<title>No</title>"));
    else response.writeHead(200, { "content-type": "text/html" }).end(html);
  });
  const settings = createPreviewSettings(world.database);
  const tasks = createPreviewTasks({ database: world.database, clock, due });
  const pagesOf = createPages(createTestOutward());
  const deps = {
    ...{ ...world.parts, clock, tasks, settings, pages: pagesOf },
    orgs: { orgOf: async () => world.orgId },
    ownOrigin: "https://own.example",
  };
  const note = (tx: Parameters<typeof notePreviewTasks>[1], events: Parameters<typeof notePreviewTasks>[2]) =>
    notePreviewTasks({ clock, due }, tx, events);
  return {
    ...{ asked, settings, tasks, deps },
    url: (path: string) => `http://here.test:${port}${path}`,
    async previewAll() {
      await indexLogs({ ...world.indexing, follow: note }, [channelId]);
      while ((await previewNextDue(deps)) !== undefined);
    },
  };
}

const shown = async (id: MessageId) =>
  (await world.app.getMessage(id, ada.userId)).message.previews?.shown ?? [];

describe("a link", () => {
  it("is previewed by what its page says, once for all who link to it", async () => {
    const site = await siteOf({
      "/a": page(`
        <meta property="og:title" content="A &amp; B"><title>not this</title>
        <meta property="og:description" content="What \n it is\u202e about"><meta property="og:site_name" content="Here">`),
    });
    const first = await world.say(ada, channelId, `see ${site.url("/a")}`);
    const second = await world.say(ada, channelId, `again ${site.url("/a")}`);
    await site.previewAll();
    const preview = {
      url: site.url("/a"),
      title: "A & B",
      description: "What it is about",
      siteName: "Here",
    };
    expect(await shown(first)).toEqual([preview]);
    expect(await shown(second)).toEqual([preview]);
    expect(site.asked).toHaveLength(1);
  });

  it("needs no more than a title, in whatever encoding", async () => {
    const site = await siteOf({ "/a": page(`<meta charset=latin1><title> Plain\n title </title>`) });
    const id = await world.say(ada, channelId, site.url("/a"));
    await site.previewAll();
    expect(await shown(id)).toEqual([
      { url: site.url("/a"), title: "Plain title", description: "", siteName: "here.test" },
    ]);
  });

  it.each([
    ["does not exist", "/none"],
    ["has no title", "/untitled"],
    ["is on a machine that must not be asked", "http://127.0.0.2/"],
  ])("whose page %s has no preview", async (_what, path) => {
    const site = await siteOf({ "/untitled": page("") });
    const id = await world.say(ada, channelId, path.startsWith("/") ? site.url(path) : path);
    await site.previewAll();
    expect(await shown(id)).toEqual([]);
    expect(await site.tasks.nextDue()).toBeUndefined();
  });

  it("of a page that is no page, or without end, costs no more than its limits", async () => {
    const site = await siteOf({
      "/deep": page("<div>".repeat(50_000)),
      "/long": page(`<title>${"long ".repeat(100_000)}</title>`),
      "/broken": `<title>Broken<meta property=og:description content="<script>alert(1)</script>`,
    });
    const ids = await Promise.all(
      ["/deep", "/long", "/broken"].map((path) => world.say(ada, channelId, site.url(path))),
    );
    await site.previewAll();
    const [deep, long, broken] = await Promise.all(ids.map(shown));
    expect(deep).toEqual([]);
    expect(long?.[0]?.title).toHaveLength(200);
    expect(broken?.[0]?.title).toContain("Broken");
  });
});

describe("a preview", () => {
  it("follows the text when it is edited, and reads nothing twice", async () => {
    const site = await siteOf({ "/a": page("<title>A</title>"), "/b": page("<title>B</title>") });
    const id = await world.say(ada, channelId, site.url("/a"));
    await site.previewAll();
    await world.app.edit(ada, { messageId: id, channelId, text: `${site.url("/b")} ${site.url("/a")}` });
    await site.previewAll();
    expect((await shown(id)).map(({ title }) => title)).toEqual(["B", "A"]);
    const before = (await world.log(channelId)).length;
    await world.app.edit(ada, { messageId: id, channelId, text: `${site.url("/b")} and ${site.url("/a")}` });
    await site.previewAll();
    expect(await world.log(channelId)).toHaveLength(before + 1);
    await world.app.edit(ada, { messageId: id, channelId, text: "no link any more" });
    await site.previewAll();
    expect(await shown(id)).toEqual([]);
    expect(site.asked).toHaveLength(2);
  });

  it("is removed for good, by its author or a moderator only", async () => {
    const site = await siteOf({ "/a": page("<title>A</title>"), "/b": page("<title>B</title>") });
    const [messageId, bob] = [
      await world.say(ada, channelId, `${site.url("/a")} ${site.url("/b")}`),
      world.person(),
    ];
    await site.previewAll();
    const removal = { messageId, channelId, url: site.url("/a") };
    await expect(world.app.removePreview(bob, removal)).rejects.toThrow(
      expect.objectContaining({ reason: "NOT_PERMITTED" }),
    );
    world.moderators.add(bob.userId);
    await world.app.removePreview(bob, removal);
    await world.app.edit(ada, { messageId, channelId, text: `still ${site.url("/a")} ${site.url("/b")}` });
    await site.previewAll();
    expect((await shown(messageId)).map(({ title }) => title)).toEqual(["B"]);
  });

  it("is nowhere once the message is deleted, not in the log either", async () => {
    const site = await siteOf({ "/a": page("<title>Something secret</title>") });
    const messageId = await world.say(ada, channelId, site.url("/a"));
    await site.previewAll();
    await world.app.remove(ada, { messageId, channelId });
    await site.previewAll();
    expect(await shown(messageId)).toEqual([]);
    const log = JSON.stringify(
      (await world.log(channelId)).map((entry) => fromBinary(EntrySchema, entry)),
      (_, it: unknown) => (typeof it === "bigint" ? String(it) : it),
    );
    expect(log).not.toContain("secret");
    expect(log).not.toContain("here.test");
  });

  it("is not made where the organisation does not want any", async () => {
    const site = await siteOf({ "/a": page("<title>A</title>") });
    const setting = { orgId: world.orgId, enabled: false, by: ada.userId, at: clock.now() };
    await site.settings.save(setting);
    const id = await world.say(ada, channelId, site.url("/a"));
    await site.previewAll();
    expect(await shown(id)).toEqual([]);
    expect(site.asked).toEqual([]);
    await site.settings.save({ ...setting, enabled: true });
  });
});

describe("looking at links", () => {
  it("is told of in the process that read the log, and done by one", async () => {
    const site = await siteOf({ "/a": page("<title>A</title>") });
    const told = new Promise((resolve) => due.subscribe(resolve));
    await world.say(ada, channelId, site.url("/a"));
    await Promise.all([site.previewAll(), site.previewAll()]);
    expect(await told).toBe(clock.now().getTime());
    expect(site.asked).toHaveLength(1);
  });

  it("is done by another where somebody died over it, but not for ever", async () => {
    const site = await siteOf({});
    await world.say(ada, channelId, site.url("/a"));
    const dying = { ...site.deps, pages: { preview: () => Promise.reject(new Error("killed")) } };
    await indexLogs(
      { ...world.indexing, follow: (tx, events) => notePreviewTasks({ clock, due }, tx, events) },
      [channelId],
    );
    for (let tries = 0; tries < 3; tries++) {
      await expect(previewNextDue(dying)).rejects.toThrow("killed");
      expect(await previewNextDue(dying)).toBeUndefined();
      clock.advance(60_000);
    }
    expect(await previewNextDue(dying)).toBeUndefined();
    expect(await site.tasks.nextDue()).toBeUndefined();
  });
});
