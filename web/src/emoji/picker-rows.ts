import { searchEmoji } from "./search.ts";
import type { EmojiIndex } from "./store.ts";
import { type Emoji, type EmojiGroup, emojiGroups } from "./table.ts";

export const columns = 8;

/** Sections of the picker: what was used lately, the categories, or what a search found. */
export interface PickerSection {
  readonly id: "recent" | "found" | `group${EmojiGroup}`;
  readonly rows: readonly (readonly Emoji[])[];
}

/** Where the keyboard is: a row counted over all sections, and a column. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

const mostFound = columns * 12;

export function pickerSections(index: EmojiIndex, query: string, recent: readonly string[]): PickerSection[] {
  if (query.trim() !== "") return [section("found", searchEmoji(index, query, mostFound))].filter(isFilled);
  const used = recent.flatMap((char) => index.byChar.get(char) ?? []).slice(0, columns * 2);
  const groups = emojiGroups.map((group) =>
    section(
      `group${group}`,
      index.table.filter((emoji) => emoji.group === group),
    ),
  );
  return [section("recent", used), ...groups].filter(isFilled);
}

function section(id: PickerSection["id"], emoji: readonly Emoji[]): PickerSection {
  const count = Math.ceil(emoji.length / columns);
  const rows = Array.from({ length: count }, (_, row) => emoji.slice(row * columns, (row + 1) * columns));
  return { id, rows };
}

function isFilled({ rows }: PickerSection): boolean {
  return rows.length > 0;
}

/** Where an arrow key leads, over the edges of rows and sections; Home and End are those of the row. */
export function step(sections: readonly PickerSection[], from: Place, key: string): Place | undefined {
  const rows = sections.flatMap((each) => each.rows);
  const lengthOf = (row: number) => rows[row]?.length ?? 0;
  const { row, column } = from;
  switch (key) {
    case "ArrowRight":
      return column + 1 < lengthOf(row)
        ? { row, column: column + 1 }
        : within({ row: row + 1, column: 0 }, rows);
    case "ArrowLeft":
      return column > 0
        ? { row, column: column - 1 }
        : within({ row: row - 1, column: lengthOf(row - 1) - 1 }, rows);
    case "ArrowDown":
      return within({ row: row + 1, column }, rows);
    case "ArrowUp":
      return within({ row: row - 1, column }, rows);
    case "Home":
      return { row, column: 0 };
    case "End":
      return { row, column: lengthOf(row) - 1 };
    default:
      return undefined;
  }
}

/** Stays where it is at the ends; a shorter row takes the nearest column. */
function within({ row, column }: Place, rows: readonly (readonly Emoji[])[]): Place | undefined {
  const length = rows[row]?.length;
  return length === undefined ? undefined : { row, column: Math.min(column, length - 1) };
}

export function emojiAt(sections: readonly PickerSection[], { row, column }: Place): Emoji | undefined {
  return sections.flatMap((each) => each.rows)[row]?.[column];
}
