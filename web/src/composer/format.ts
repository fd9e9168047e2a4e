import { type Edit, selectedLines, type TextState } from "./edit.ts";

/** Puts marks such as `**` around the selection, or takes them away when they are there. */
export function toggleMark(state: TextState, mark: string): Edit {
  const { text, start, end } = trimmed(state);
  const size = mark.length;
  const selected = text.slice(start, end);
  if (selected.length > 2 * size && selected.startsWith(mark) && selected.endsWith(mark)) {
    const inner = selected.slice(size, -size);
    return { from: start, to: end, insert: inner, select: [start, start + inner.length] };
  }
  if (isSurrounded(text, start, end, mark)) {
    return { from: start - size, to: end + size, insert: selected, select: [start - size, end - size] };
  }
  return { from: start, to: end, insert: mark + selected + mark, select: [start + size, end + size] };
}

/** Marks stand around words, not around the spaces that a double click selects with them. */
function trimmed({ text, start, end }: TextState): TextState {
  const selected = text.slice(start, end);
  if (selected.trim() === "") return { text, start, end };
  return { text, start: end - selected.trimStart().length, end: start + selected.trimEnd().length };
}

/** `*` within `**` is not a mark of its own. */
function isSurrounded(text: string, start: number, end: number, mark: string): boolean {
  const size = mark.length;
  const isThere = text.slice(start - size, start) === mark && text.slice(end, end + size) === mark;
  const isPartOfLonger = text[start - size - 1] === mark[0] && text[end + size] === mark[0];
  return start >= size && isThere && !isPartOfLonger;
}

/** Makes a link of the selection, and selects what is still to be written: the address, or the words. */
export function insertLink({ text, start, end }: TextState, address?: string): Edit {
  const selected = text.slice(start, end);
  if (address !== undefined) {
    const insert = `[${selected}](${address})`;
    return { from: start, to: end, insert, select: [start + insert.length, start + insert.length] };
  }
  if (/^https?:\/\/\S+$/.test(selected)) {
    return { from: start, to: end, insert: `[](${selected})`, select: [start + 1, start + 1] };
  }
  const urlAt = start + selected.length + 3;
  return {
    from: start,
    to: end,
    insert: `[${selected}](https://)`,
    select: [urlAt, urlAt + "https://".length],
  };
}

/** Puts the selection on lines of its own between code fences. */
export function insertCodeBlock({ text, start, end }: TextState): Edit {
  const before = start > 0 && text[start - 1] !== "\n" ? "\n" : "";
  const after = end < text.length && text[end] !== "\n" ? "\n" : "";
  const codeAt = start + before.length + "```\n".length;
  const insert = `${before}\`\`\`\n${text.slice(start, end)}\n\`\`\`${after}`;
  return { from: start, to: end, insert, select: [codeAt, codeAt + (end - start)] };
}

export type LineKind = "quote" | "bullet" | "number";

const prefixes: Readonly<
  Record<LineKind, { readonly is: RegExp; readonly make: (index: number) => string }>
> = {
  quote: { is: /^> ?/, make: () => "> " },
  bullet: { is: /^[-*+] /, make: () => "- " },
  number: { is: /^\d+[.)] /, make: (index) => `${index + 1}. ` },
};

/** Turns the selected lines into a quote or list, or back when all of them are one. */
export function toggleLines(state: TextState, kind: LineKind): Edit {
  const { from, to } = selectedLines(state);
  const lines = state.text.slice(from, to).split("\n");
  const { is, make } = prefixes[kind];
  const all = lines.every((line) => is.test(line));
  const changed = lines.map((line, index) =>
    all ? line.replace(is, "") : make(index) + withoutPrefix(line),
  );
  const insert = changed.join("\n");
  const select = lines.length === 1 ? from + insert.length : undefined;
  return { from, to, insert, select: [select ?? from, from + insert.length] };
}

function withoutPrefix(line: string): string {
  return Object.values(prefixes).reduce((rest, { is }) => rest.replace(is, ""), line);
}
