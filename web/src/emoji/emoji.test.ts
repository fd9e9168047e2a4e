// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { buildEmojiTable } from "../../build/emoji-table.ts";
import { emojiHabits, quickReactions, rememberEmoji } from "./habits.ts";
import { searchEmoji } from "./search.ts";
import { indexEmoji } from "./store.ts";
import { withTone } from "./table.ts";

const emoji = indexEmoji(buildEmojiTable("en"));
const find = (query: string) => searchEmoji(emoji, query, 5).map((found) => found.char);

describe("the emoji", () => {
  it("are each there once, fully qualified", () => {
    expect(emoji.byChar.size).toBe(emoji.table.length);
    expect(emoji.table.length).toBeGreaterThan(1_800);
    expect(emoji.table.every(({ char }) => /^\p{RGI_Emoji}$/v.test(char))).toBe(true);
  });

  it("bear the names that people know from elsewhere", () => {
    const names = ["thumbsup", "+1", "tada", "white_check_mark", "heart", "joy"];
    expect(names.map((name) => emoji.byCode.get(name)?.char).join("")).toBe("👍👍🎉✅❤️😂");
  });

  it("take a skin tone", () => {
    expect(withTone("👍", "🏽")).toBe("👍🏽");
    expect(withTone("☝️", "🏿")).toBe("☝🏿");
    expect(withTone("👩‍🚀", "🏻")).toBe("👩🏻‍🚀");
    expect(
      emoji.table
        .filter(({ tones }) => tones)
        .every(({ char }) => /^\p{RGI_Emoji}$/v.test(withTone(char, "🏽"))),
    ).toBe(true);
  });
});

describe("searching", () => {
  it("prefers the exact name", () => {
    expect(find("tada")[0]).toBe("🎉");
    expect(find("+1")[0]).toBe("👍");
  });

  it("finds the beginnings of words in any order", () => {
    expect(find("cat joy")).toContain("😹");
    expect(find("thank")).toContain("🙏");
  });

  it("finds nothing for nothing", () => {
    expect(find("")).toEqual([]);
    expect(find("qqqq")).toEqual([]);
  });
});

describe("quick reactions", () => {
  const offered = () => quickReactions(emojiHabits.getState());

  it("are the usual ones at first", () => {
    expect(offered()).toEqual(["👍", "❤️", "😂"]);
  });

  it("become those that are used most, and keep their places when another is used once", () => {
    for (const char of ["🚀", "🚀", "🚀", "👍", "👍"]) rememberEmoji(char);
    expect(offered()).toEqual(["🚀", "👍", "❤️"]);
    rememberEmoji("👍");
    expect(offered()).toEqual(["🚀", "👍", "❤️"]);
    expect(emojiHabits.getState().recent).toEqual(["👍", "🚀"]);
  });
});
