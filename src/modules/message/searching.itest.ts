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
    const found = hits.map(({ view }) => [...ids].find(([, id]) => id === view.message.id)?.[0]);
    expect(found.toSorted()).toEqual(names.toSorted());
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
