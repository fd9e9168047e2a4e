import { type RefObject, useEffect } from "react";

const name = "search-hit";
const letters = String.raw`[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}]`;
const letter = new RegExp(letters, "u");

/**
 * Marks words in what an element shows, without changing it: the text is Markdown, and what was found in its
 * source may be spread over several elements. A browser that cannot mark so shows the text without.
 */
export function useMarks(ref: RefObject<HTMLElement | null>, words: readonly string[]): void {
  const wanted = words.join("\u0000");
  useEffect(() => {
    if (ref.current === null || wanted === "" || typeof Highlight === "undefined") return;
    const highlight = CSS.highlights.get(name) ?? new Highlight();
    CSS.highlights.set(name, highlight);
    const ranges = rangesIn(ref.current, wanted.split("\u0000"));
    for (const range of ranges) highlight.add(range);
    return () => {
      for (const range of ranges) highlight.delete(range);
    };
  }, [ref, wanted]);
}

function rangesIn(element: HTMLElement, words: readonly string[]): readonly Range[] {
  const pattern = new RegExp(words.map(patternOf).join("|"), "giu");
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const ranges: Range[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (const match of (node.textContent ?? "").matchAll(pattern)) {
      const range = new Range();
      range.setStart(node, match.index);
      range.setEnd(node, match.index + match[0].length);
      ranges.push(range);
    }
  }
  return ranges;
}

/** Whole words only, in scripts that have spaces between them. */
function patternOf(word: string): string {
  const [first = "", last = ""] = [word.at(0), word.at(-1)];
  const escaped = word.replace(/[\\^$.*+?()[\]{}|/-]/g, String.raw`\$&`).replace(/\s+/g, String.raw`\s+`);
  const begin = letter.test(first) ? `(?<!${letters})` : "";
  const end = letter.test(last) ? `(?!${letters})` : "";
  return begin + escaped + end;
}
