import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { systemClock } from "../../../kernel/clock.ts";
import { createIds } from "../../../kernel/ids.ts";
import { sampleChannel } from "../testing/sample.ts";
import { addBookmark, changeBookmark, placeBookmark, removeBookmark } from "./bookmarks.ts";
import type { Bookmark, Channel } from "./channel.ts";
import type { ChannelAltered } from "./events.ts";

const ids = createIds(systemClock);
const link = (title: string): Bookmark => ({
  id: ids.next("bmk"),
  title,
  url: `https://example.org/${title}`,
  emoji: "",
});
const after = (channel: Channel, [event]: readonly ChannelAltered[]) => event?.channel ?? channel;
const titles = ({ bookmarks }: Channel) => bookmarks.map(({ title }) => title);
const links = ["a", "b", "c", "d"].map(link);
const channel: Channel = { ...sampleChannel(), bookmarks: links };

describe("the bookmarks of a channel", () => {
  it("come in the order in which they were added, fifty at most", () => {
    const one = after(channel, addBookmark(channel, link("e")));
    expect(titles(one)).toEqual(["a", "b", "c", "d", "e"]);
    const full = { ...channel, bookmarks: Array.from({ length: 50 }, (_, n) => link(`${n}`)) };
    expect(() => addBookmark(full, link("more"))).toThrow("the most bookmarks");
  });

  it("keep their place when they change, and change nothing where they are the same", () => {
    const [first, second] = [links[0], links[1]];
    if (first === undefined || second === undefined) throw new Error("no bookmarks");
    expect(titles(after(channel, changeBookmark(channel, { ...second, title: "B" })))).toEqual([
      "a",
      "B",
      "c",
      "d",
    ]);
    expect(changeBookmark(channel, first)).toEqual([]);
    expect(titles(after(channel, removeBookmark(channel, first.id)))).toEqual(["b", "c", "d"]);
    expect(removeBookmark(channel, ids.next("bmk"))).toEqual([]);
    expect(() => changeBookmark(channel, link("gone"))).toThrow("no such bookmark");
  });

  it("stand before the one before which they are placed, and all others as they stood", () => {
    const place = fc.nat(4);
    fc.assert(
      fc.property(fc.nat(3), place, (from, to) => {
        const moved = links[from];
        if (moved === undefined) return;
        const before = links[to];
        const placed = after(channel, placeBookmark(channel, moved.id, before?.id));
        const rest = links.filter((it) => it !== moved);
        expect(placed.bookmarks.filter((it) => it.id !== moved.id)).toEqual(rest);
        if (before !== moved) {
          expect(placed.bookmarks[placed.bookmarks.indexOf(moved) + 1]).toBe(before);
        }
      }),
    );
  });
});
