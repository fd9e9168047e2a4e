import { describe, expect, it } from "vitest";
import type { User } from "../../../store/people/user.ts";
import { type Mentionable, mentionSources } from "./mention-sources.tsx";

const person = (handle: string, name: string, change: Partial<User> = {}): User => ({
  id: `usr_${handle}`,
  handle,
  name,
  title: "",
  timezone: "",
  avatarUrl: "",
  status: undefined,
  isDeactivated: false,
  isGuest: false,
  ...change,
});

const people = [
  person("jonas", "Jonas Weber"),
  person("amara", "Amara Okafor"),
  person("anders", "Anders Amaral"),
];

const suggest = async (sign: "@" | "#", query: string, change: Partial<Mentionable> = {}) => {
  const sources = mentionSources({
    people: async () => people,
    members: async () => undefined,
    channels: () => [
      { id: "chn_1", name: "design" },
      { id: "chn_2", name: "ux-design" },
      { id: "chn_3", name: "random" },
    ],
    hasEveryone: true,
    ...change,
  });
  return ((await sources[sign]?.(query)) ?? []).map(({ insert }) => insert);
};

describe("what can be mentioned", () => {
  it("is whoever has a name or handle that begins so, first names first", async () => {
    expect(await suggest("@", "am")).toEqual(["@amara", "@anders"]);
  });

  it("is who is in the channel before who is not", async () => {
    const members = async () => new Set(["usr_anders"]);
    expect(await suggest("@", "am", { members })).toEqual(["@anders", "@amara"]);
  });

  it("is nobody whose account is deactivated", async () => {
    const gone = async () => [person("amy", "Amy Pond", { isDeactivated: true })];
    expect(await suggest("@", "am", { people: gone })).toEqual([]);
  });

  it("is everybody at once, except between two people", async () => {
    expect(await suggest("@", "he")).toEqual(["@here"]);
    expect(await suggest("@", "he", { hasEveryone: false })).toEqual([]);
  });

  it("is any channel with these letters, those that begin with them first", async () => {
    expect(await suggest("#", "de")).toEqual(["#design", "#ux-design"]);
  });
});
