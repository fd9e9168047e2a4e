import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../../kernel/actor.ts";
import type { ChannelId, MessageId } from "../../kernel/ids.ts";
import { createSearchWorld, type SearchWorld } from "./testing/search-world.ts";

const CORPUS = {
  deploy: "Can somebody deploy the new version before lunch?",
  deployment: "The deployment failed twice, rolling back",
  deployed: "I deployed it yesterday evening",
  config: "Please look at conf/db.json and not at db.yaml",
  spaced: "The db is slow, and json parsing too",
  host: "ping 10.100.200.101 answers, 10.100.200.10 does not",
  url: "See https://example.com/docs/api-guide?x=1#intro for details.",
  identifier: "foo_bar-baz is not foo-bar",
  error: "It says E-1042: NullPointerException in UserService.java:42",
  languages: "We write C++ and C#, never plain C",
  env: "Add it to .env, not to the environment",
  version: "v1.2.3-rc.1 is out",
  chinese: "我们今天下午讨论数据库迁移的问题",
  japanese: "サーバーのdb.jsonを更新してください",
  korean: "오늘 회의에서 검색을 이야기합니다",
  thai: "ค้นหาข้อความภาษาไทย",
  german: "Die Größe der Häuser in der Straße ist nicht gleich",
  french: "Nous mangeons des crêpes à l’été",
  russian: "Мы обсуждали новые задачи и ёлку",
  turkish: "İstanbul ve Iğdır güzel",
  polish: "Łódź jest duża",
  width: "ＡＢＣ１２３ is full width",
  emoji: "Shipped! 🎉 👩‍💻",
  quote: "The quick brown fox jumps over the lazy dog",
  shuffled: "A lazy brown dog, and a quick fox",
  code: "Run `npm ci` and then ```\nmake test\n```",
  mail: "Write to ada@example.org or @support",
  hash: "Fixed in a1b2c3d4e5f6 and #1234",
  path: "cat /var/log/syslog | grep -i error",
  percent: "100% of it, $HOME and --no-verify",
  apostrophe: "it's o'clock at O’Brien's",
  joined: "soft\u00adhyphen and zero\u200bwidth",
} as const;
type Name = keyof typeof CORPUS;

/** What is asked, and what must be answered, in any order where a list stands in another. */
const QUERIES: readonly (readonly [string, ...Name[]])[] = [
  ["deploy", "deploy", "deployed", "deployment"],
  ['"deploy"', "deploy"],
  ["deploying", "deploy", "deployed", "deployment"],
  ["deploym", "deployment"],
  ["deploy -failed", "deploy", "deployed"],
  ["db.json", "config", "japanese"],
  ["DB.JSON", "config", "japanese"],
  ["db json", "config", "spaced", "japanese"],
  ['"db json"', "config", "japanese"],
  ["10.100.200.101", "host"],
  ["100.200", "host"],
  ["https://example.com/docs/api-guide?x=1#intro", "url"],
  ["example.com/docs", "url"],
  ["api-guide", "url"],
  ["foo_bar-baz", "identifier"],
  ["foo-bar", "identifier"],
  ["E-1042", "error"],
  ["nullpointerexception", "error"],
  ["pointer exception", "error"],
  ["ointerExc", "error"],
  ["UserService.java:42", "error"],
  ["C++", "languages"],
  ["c#", "languages"],
  [".env", "env"],
  ["v1.2.3", "version"],
  ["rc.1", "version"],
  ["数据库", "chinese"],
  ["迁移", "chinese"],
  ["更新", "japanese"],
  ["サーバー", "japanese"],
  ["검색", "korean"],
  ["ข้อความ", "thai"],
  ["grosse strasse", "german"],
  ["haus", "german"],
  ["crepe", "french"],
  ["новая задача", "russian"],
  ["елка", "russian"],
  ["istanbul", "turkish"],
  ["lodz", "polish"],
  ["abc123", "width"],
  ["🎉", "emoji"],
  ["👩‍💻", "emoji"],
  ['"quick brown fox"', "quote"],
  ['"brown quick"'],
  ["quick brown", "quote", "shuffled"],
  ["lazy -jumps", "shuffled"],
  ['dog -"lazy dog"', "shuffled"],
  ["npm ci", "code"],
  ["has:code", "code"],
  ["ada@example.org", "mail"],
  ["@support", "mail"],
  ["a1b2c3", "hash"],
  ["#1234", "hash"],
  ["/var/log", "path"],
  ["yslo", "path"],
  ["$HOME", "percent"],
  ['"--no-verify"', "percent"],
  ["100%", "percent"],
  ["o'brien", "apostrophe"],
  ["softhyphen", "joined"],
  ["has:link", "url"],
  ["nowhere to be found"],
];

let world: SearchWorld;
let ada: Actor;
let general: ChannelId;
const ids = new Map<Name, MessageId>();
beforeAll(async () => {
  world = await createSearchWorld();
  ada = world.person();
  general = world.channel();
  world.readable.set(ada.userId, [{ id: general, name: "general", people: [] }]);
  for (const name of Object.keys(CORPUS) as Name[])
    ids.set(name, await world.say(ada, general, CORPUS[name]));
  await world.index(general);
});
afterAll(() => world.close());

describe("a query", () => {
  it.each(QUERIES)("finds for %s what was typed", async (query, ...names) => {
    const { hits } = await world.search(ada, query);
    const found = hits.flatMap(({ view }) => [...ids].filter(([, id]) => id === view.message.id));
    expect(new Set(found.map(([name]) => name))).toEqual(new Set(names));
    expect(found).toHaveLength(names.length);
  });

  it("looks inside of words only for whom that is wanted", async () => {
    expect(await world.texts(ada, "ullpointer")).toEqual([CORPUS.error]);
    world.insideWords.wanted = false;
    expect(await world.texts(ada, "ullpointer")).toEqual([]);
    world.insideWords.wanted = true;
  });

  it("puts what was typed before its other forms", async () => {
    expect((await world.texts(ada, "deploy"))[0]).toBe(CORPUS.deploy);
    expect((await world.texts(ada, "db json"))[0]).not.toBe(CORPUS.spaced);
    expect((await world.texts(ada, "quick brown"))[0]).toBe(CORPUS.quote);
  });

  it("highlights what it found in the text as it was written", async () => {
    const marked = async (query: string) =>
      (await world.search(ada, query)).hits.flatMap(({ view, highlights }) =>
        highlights.map(({ start, end }) => view.message.text.slice(start, end)),
      );
    expect(await marked("grosse")).toEqual(["Größe"]);
    expect(await marked("迁移")).toEqual(["迁移"]);
    expect(await marked('"brown fox"')).toEqual(["brown fox"]);
    expect(await marked("🎉")).toEqual(["🎉"]);
    expect(await marked("softhyphen")).toEqual(["soft\u00adhyphen"]);
  });
});

describe("a condition", () => {
  let ben: Actor;
  let places: Record<"plans" | "secret" | "direct", ChannelId>;
  const found = (query: string) => world.texts(ben, query, { sort: "newest" });

  beforeAll(async () => {
    const [carl, owner] = [world.person(), world.person()];
    ben = world.person();
    places = { plans: world.channel(), secret: world.channel(), direct: world.channel() };
    const { plans, secret, direct } = places;
    world.handles.set("carl", carl.userId);
    world.readable.set(ben.userId, [
      { id: plans, name: "plans", people: [] },
      { id: secret, name: "secret", people: [] },
      { id: direct, name: "", people: [ben.userId, carl.userId] },
    ]);
    const root = await world.say(ben, plans, "apple one");
    const pinned = await world.say(carl, plans, `apple two <@${ben.userId}>`);
    const edited = await world.say(carl, secret, "appel three");
    await world.say(carl, plans, "apple four, a reply", root);
    await world.say(ben, direct, "apple five <!here>");
    await world.app.pin(ben, { messageId: pinned, channelId: plans });
    await world.app.addReaction(ben, { messageId: pinned, channelId: plans, emoji: "👍" });
    await world.app.edit(carl, { messageId: edited, channelId: secret, text: "apple three" });
    world.moderators.add(owner.userId);
    await world.index(plans, secret, direct);
  });

  it("asks who wrote", async () => {
    expect(await found("from:me apple")).toEqual(["apple five <!here>", "apple one"]);
    expect(await found("from:@carl -from:me two")).toHaveLength(1);
    expect(await found("from:me from:@carl apple")).toHaveLength(5);
    expect(await found("apple -from:@carl")).toHaveLength(2);
    expect(await found("from:@nobody apple")).toEqual([]);
  });

  it("asks where", async () => {
    expect(await found("in:#secret")).toEqual(["apple three"]);
    expect(await found("in:@carl apple")).toEqual(["apple five <!here>"]);
    expect(await found(`in:${places.secret} apple`)).toEqual(["apple three"]);
    expect(await found("-in:#plans apple")).toEqual(["apple five <!here>", "apple three"]);
    expect(await found("in:#nowhere apple")).toEqual([]);
  });

  it("asks what a message has, is and mentions", async () => {
    expect(await found("is:pinned")).toHaveLength(1);
    expect(await found("has:reaction")).toHaveLength(1);
    expect(await found("is:edited")).toEqual(["apple three"]);
    expect(await found("is:thread")).toEqual(["apple four, a reply", "apple one"]);
    expect(await found("mentions:me")).toHaveLength(2);
    expect(await found("apple -is:thread -is:pinned")).toHaveLength(2);
  });

  it("asks when", async () => {
    expect(await found("on:today apple")).toHaveLength(5);
    expect(await found("before:today apple")).toEqual([]);
    expect(await found("-on:today apple")).toEqual([]);
    expect(await found("after:yesterday apple")).toHaveLength(5);
    expect(await found("-before:today apple")).toHaveLength(5);
  });

  it("tells of names that nobody has", async () => {
    const { pieces } = await world.search(ben, "apple from:@nobody in:#plans");
    expect(pieces.map(({ kind, unknown }) => [kind, unknown])).toEqual([
      ["text", false],
      ["from", true],
      ["in", false],
    ]);
  });

  it("finds nothing where somebody was removed, from that moment on", async () => {
    const mine = world.readable.get(ben.userId) ?? [];
    world.readable.set(
      ben.userId,
      mine.filter(({ id }) => id !== places.secret),
    );
    expect(await found("three")).toEqual([]);
    expect(await found(`in:${places.secret}`)).toEqual([]);
    world.readable.set(ben.userId, mine);
    expect(await found("three")).toEqual(["apple three"]);
  });
});

describe("what was said", () => {
  it("is not found any more from its deletion or edit on, though the index is behind", async () => {
    const [dora, channel] = [world.person(), world.channel()];
    world.readable.set(dora.userId, [{ id: channel, name: "", people: [] }]);
    const gone = await world.say(dora, channel, "pomegranate gone");
    const changed = await world.say(dora, channel, "pomegranate changed");
    await world.index(channel);
    await world.app.remove(dora, { messageId: gone, channelId: channel });
    await world.app.edit(dora, { messageId: changed, channelId: channel, text: "elderberry" });
    expect(await world.texts(dora, "pomegranate")).toEqual([]);
    await world.index(channel);
    expect(await world.texts(dora, "elderberry")).toEqual(["elderberry"]);
  });

  it("comes page by page, each message once, though others are posted meanwhile", async () => {
    const [eve, channel] = [world.person(), world.channel()];
    world.readable.set(eve.userId, [{ id: channel, name: "", people: [] }]);
    const texts = Array.from({ length: 150 }, (_, n) => `walnut ${n}`);
    for (const text of texts) await world.say(eve, channel, text);
    await world.index(channel);
    for (const sort of ["newest", "relevance"] as const) {
      const all: string[] = [];
      let page = await world.search(eve, "walnut", { sort, limit: 20 });
      while (page.next !== undefined) {
        all.push(...page.hits.map(({ view }) => view.message.text));
        await world.say(eve, channel, `walnut meanwhile ${sort}`);
        await world.index(channel);
        page = await world.search(eve, "walnut", { sort, limit: 20, page: page.next });
      }
      all.push(...page.hits.map(({ view }) => view.message.text));
      expect(all.filter((text) => !text.includes("meanwhile")).toSorted()).toEqual(texts.toSorted());
      expect(new Set(all.filter((text) => !text.includes("meanwhile"))).size).toBe(150);
    }
  });

  it("is refused to be looked for by more words than anybody types", async () => {
    const long = ["word ".repeat(101), `"${"word ".repeat(201)}"`, "数据".repeat(150), "a.b".repeat(3_000)];
    for (const query of long) await expect(world.search(ada, query)).rejects.toThrow("too many words");
    const wide = [
      Array.from({ length: 100 }, (_, n) => `word${n}`).join(" "),
      "数据".repeat(100),
      "-x ".repeat(100),
    ];
    for (const query of wide) await expect(world.search(ada, query)).resolves.toBeDefined();
    for (const query of ["'", "\\", "\u0000", "!!! & | <->", "%_", '"', ":*", "-", "a:b:c"])
      await expect(world.search(ada, query)).resolves.toBeDefined();
  });
});
