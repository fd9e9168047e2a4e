import { describe, expect, it } from "vitest";
import { entryOf } from "../testing/entry.ts";
import { neighbourOf, type SectionView, sectionsOf } from "./sections.ts";

const idsIn = (entries: Parameters<typeof sectionsOf>[0], view?: SectionView) =>
  Object.fromEntries(sectionsOf(entries, view).map(({ id, shown }) => [id, shown.map((entry) => entry.id)]));

describe("the sections of the sidebar", () => {
  it("keep starred entries, channels and conversations apart", () => {
    const entries = [
      entryOf("a", { isStarred: true }),
      entryOf("b"),
      entryOf("c", { kind: "direct" }),
      entryOf("d", { kind: "group-direct", isStarred: true }),
    ];
    expect(idsIn(entries)).toEqual({ starred: ["a", "d"], channels: ["b"], directs: ["c"] });
  });

  it("order channels by position, then by name as people count", () => {
    const entries = [
      entryOf("team-10"),
      entryOf("team-9"),
      entryOf("zebra", { position: 2 }),
      entryOf("lion", { position: 1 }),
    ];
    expect(idsIn(entries).channels).toEqual(["lion", "zebra", "team-9", "team-10"]);
  });

  it("order conversations by what was said last, then the youngest first", () => {
    const entries = [
      entryOf("amara", { kind: "direct", latestAt: 1 }),
      entryOf("zoe", { kind: "direct", latestAt: 9 }),
      entryOf("chn_old", { kind: "direct" }),
      entryOf("chn_young", { kind: "direct" }),
    ];
    expect(idsIn(entries).directs).toEqual(["zoe", "amara", "chn_young", "chn_old"]);
  });

  it("leave out an archived channel, unless something in it is to be read", () => {
    const entries = [entryOf("old", { isArchived: true }), entryOf("news", { isArchived: true, unread: 1 })];
    expect(idsIn(entries).channels).toEqual(["news"]);
  });
});

describe("a collapsed section", () => {
  it("shows what is unread and what is on screen, and no other section shows less", () => {
    const entries = [
      entryOf("quiet"),
      entryOf("news", { unread: 2 }),
      entryOf("muted", { unread: 2, level: "nothing" }),
      entryOf("open"),
      entryOf("zoe", { kind: "direct" }),
    ];
    const view = { collapsed: ["channels"], currentId: "open" } as const;
    expect(idsIn(entries, view)).toEqual({ starred: [], channels: ["news", "open"], directs: ["zoe"] });
  });
});

describe("the neighbour of a channel", () => {
  const entries = [entryOf("a"), entryOf("b", { unread: 2 }), entryOf("c"), entryOf("d", { mentions: 1 })];
  const from = (id: string | undefined, step: -1 | 1, unreadOnly = false) =>
    neighbourOf(entries, { from: id, step, unreadOnly })?.id;

  it("is the next in the list, round the ends", () => {
    expect([from("a", 1), from("d", 1), from("a", -1)]).toEqual(["b", "a", "d"]);
  });

  it("is the first or the last when no channel is on screen", () => {
    expect([from(undefined, 1), from(undefined, -1)]).toEqual(["a", "d"]);
  });

  it("can be the next that is unread", () => {
    expect([from("b", 1, true), from("d", 1, true), from("a", -1, true)]).toEqual(["d", "b", "d"]);
  });

  it("is nothing when nothing else is unread", () => {
    const quiet = [entryOf("a", { unread: 1 }), entryOf("b", { unread: 3, level: "nothing" })];
    expect(neighbourOf(quiet, { from: "a", step: 1, unreadOnly: true })).toBeUndefined();
  });
});
