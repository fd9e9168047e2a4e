import { describe, expect, it } from "vitest";
import type { User } from "../../../store/people/user.ts";
import { entryOf } from "../testing/entry.ts";
import { placeChoices } from "./choices.ts";
import { rank } from "./rank.ts";

const person = (id: string, name: string, change: Partial<User> = {}): User => ({
  id,
  handle: id,
  name,
  title: "",
  timezone: "",
  avatarUrl: "",
  status: undefined,
  isDeactivated: false,
  isGuest: false,
  ...change,
});

const me = "usr_me";
const choose = (query: string, places: Partial<Parameters<typeof placeChoices>[0]>) =>
  rank(placeChoices({ entries: [], people: [], visits: [], me, ...places }), query, 10).map(
    ({ choice }) => choice.id,
  );

describe("where the switcher leads", () => {
  it("begins with what calls the reader, then what is unread, then where they were lately", () => {
    const entries = [
      entryOf("quiet"),
      entryOf("recent"),
      entryOf("unread", { unread: 3 }),
      entryOf("calls", { mentions: 1 }),
    ];
    expect(choose("", { entries, visits: ["elsewhere", "recent"] })).toEqual([
      "calls",
      "unread",
      "recent",
      "quiet",
    ]);
  });

  it("offers the channel before this one first, so that Enter alone goes back", () => {
    const entries = [entryOf("here"), entryOf("before"), entryOf("other")];
    expect(choose("", { entries, visits: ["here", "before"] })).toEqual(["before", "other", "here"]);
  });

  it("has a conversation only once, and finds it by the other's handle too", () => {
    const entries = [entryOf("chat", { kind: "direct", title: "Amara Okafor", peerIds: ["ao"] })];
    const people = [person("ao", "Amara Okafor"), person("jw", "Jonas Weber")];
    expect(choose("ao", { entries, people })).toEqual(["chat"]);
    expect(choose("weber", { entries, people })).toEqual(["jw"]);
  });

  it("offers neither the reader nor who has left as somebody new", () => {
    const people = [person(me, "Mei Tan"), person("gone", "Mei Lin", { isDeactivated: true })];
    expect(choose("mei", { people })).toEqual([]);
  });
});
