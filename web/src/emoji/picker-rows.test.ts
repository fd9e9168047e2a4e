import { describe, expect, it } from "vitest";
import { buildEmojiTable } from "../../build/emoji-table.ts";
import { emojiAt, pickerSections, step } from "./picker-rows.ts";
import { indexEmoji } from "./store.ts";

const index = indexEmoji(buildEmojiTable("en"));
const recent = ["🚀", "👍", "❤️", "😂", "🎉", "✅", "👀", "🙏", "🔥"];
const sections = pickerSections(index, "", recent);
const walk = (keys: string) => {
  let place = { row: 0, column: 0 };
  for (const key of keys.split(" ")) place = step(sections, place, `Arrow${key}`) ?? place;
  return emojiAt(sections, place)?.char;
};

describe("the picker", () => {
  it("begins with what was used lately and has every category", () => {
    expect(sections.map((section) => section.id).slice(0, 2)).toEqual(["recent", "group0"]);
    expect(sections).toHaveLength(10);
  });

  it("leaves out the recent ones when there are none", () => {
    expect(pickerSections(index, "", [])[0]?.id).toBe("group0");
  });

  it("shows only what a search finds", () => {
    expect(pickerSections(index, "rocket", recent).map((section) => section.id)).toEqual(["found"]);
    expect(pickerSections(index, "qqqq", recent)).toEqual([]);
  });

  it("is walked through over the edges of rows and sections", () => {
    expect(walk("Right")).toBe("👍");
    expect(walk("Left")).toBe("🚀");
    expect(walk("Down")).toBe("🔥");
    expect(walk("Down Right")).toBe("😀");
    expect(walk("Down Right Left")).toBe("🔥");
    expect(walk("Right Right Down")).toBe("🔥");
  });
});
