/** White letters have a contrast of at least 5 to 1 on each. */
const colours = [
  "#8a5a44",
  "#3d6fb6",
  "#6b4fa0",
  "#0f6e63",
  "#a0475f",
  "#4a7330",
  "#8f5f12",
  "#51606f",
  "#b04a32",
  "#2f7489",
  "#7a4f8c",
  "#5b6a1f",
] as const;

/** A colour that stays with an id for ever, on every device. */
export function colourOf(id: string): string {
  // FNV-1a: ids that differ in one letter must not look alike.
  let hash = 0x811c9dc5;
  for (const char of id) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return colours[(hash >>> 0) % colours.length] ?? colours[0];
}

const letters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The first letters of the first and the last word: "Amara Okafor" is AO, "Mei" is M. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return chosen.map((word) => firstLetter(word ?? "")).join("");
}

function firstLetter(word: string): string {
  const [first] = letters.segment(word.replace(/^[^\p{L}\p{N}\p{Extended_Pictographic}]+/u, ""));
  return first?.segment.toLocaleUpperCase() ?? "";
}
