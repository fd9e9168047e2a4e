/** What has no decomposition in Unicode, though people type it either way. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  æ: "ae",
  œ: "oe",
  ħ: "h",
  ı: "i",
  ς: "σ",
  ى: "ي",
  ة: "ه",
};
const LETTER = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "gu");

// Accents of Latin, Greek and Cyrillic, points of Hebrew and Arabic. Those of other scripts are letters.
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/gu;
// Joiners, soft hyphens, marks of direction, variation selectors, the stretching of Arabic.
const INVISIBLE = /[\p{Cf}\ufe00-\ufe0f\u0640]/gu;
const PLAIN = /^[a-z0-9]*$/;

/** The same for all ways to write the same: width, case, accents. Folding what is folded changes nothing. */
export function fold(text: string): string {
  if (PLAIN.test(text)) return text;
  return (
    text
      .normalize("NFKD")
      .replace(INVISIBLE, "")
      .replace(MARKS, "")
      // Upper case opens ligatures and ß, which has a capital of its own, and makes both sigmas one.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .normalize("NFKD")
      .replace(MARKS, "")
      .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
      .normalize("NFC")
  );
}
