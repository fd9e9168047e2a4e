import { describe, expect, it } from "vitest";
import { messageAt } from "../../features/message/testing/message.ts";
import { searchKept } from "./search-kept.ts";

const names = {
  me: "usr_me",
  people: new Map([["ada", "usr_ada"]]),
  channels: new Map([["general", "chn_1"]]),
};
const at = (day: number) => new Date(2026, 10, day, 12).getTime();
const messages = [
  messageAt(1, {
    id: "1",
    channelId: "chn_1",
    authorId: "usr_ada",
    text: "The Release is out",
    postedAt: at(1),
  }),
  messageAt(2, {
    id: "2",
    channelId: "chn_2",
    authorId: "usr_me",
    text: "Releasing a café menu",
    postedAt: at(2),
  }),
  messageAt(3, {
    id: "3",
    channelId: "chn_1",
    authorId: "usr_ben",
    text: "数据库 is out of release",
    postedAt: at(3),
  }),
];
const find = (query: string) => searchKept(query, messages, names).hits.map((hit) => hit.message.id);

describe("searching what is kept", () => {
  it("finds words by their beginnings, whatever their case and accents, the newest first", () => {
    expect(find("release")).toEqual(["3", "1"]);
    expect(find("releas*")).toEqual(["3", "2", "1"]);
    expect(find("CAFE")).toEqual(["2"]);
    expect(find("lease")).toEqual([]);
    expect(find("据库")).toEqual(["3"]);
  });

  it("knows phrases, negation, who, where and when", () => {
    expect(find('"is out"')).toEqual(["3", "1"]);
    expect(find("out -数据库")).toEqual(["1"]);
    expect(find("from:@ada")).toEqual(["1"]);
    expect(find("releas from:me")).toEqual(["2"]);
    expect(find("in:#general out -from:ada")).toEqual(["3"]);
    expect(find("releas after:2026-11-01 before:2026-11-03")).toEqual(["2"]);
    expect(find("on:2026-11-03")).toEqual(["3"]);
  });

  it("says what only the server can answer, and asks for the rest", () => {
    const { hits, left } = searchKept("out has:link from:nobody", messages, names);
    expect(hits).toHaveLength(2);
    expect(left).toEqual(["has:link", "from:nobody"]);
    expect(find("has:link")).toEqual([]);
    expect(find("-out")).toEqual([]);
  });

  it("tells where the words stand", () => {
    expect(searchKept("menu", messages, names).hits[0]?.highlights).toEqual([{ start: 17, end: 21 }]);
  });
});
