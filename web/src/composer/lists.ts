import { type Edit, replaceSelection, selectedLines, type TextState } from "./edit.ts";

const item = /^(?<indent>[ \t]*)(?<marker>[-*+]|\d{1,9}[.)]|>)(?<gap> +)(?<task>\[[ xX]\] +)?/;

/** A new line that goes on with the list or quote of this one, or ends it on an empty item; undefined elsewhere. */
export function breakLine(state: TextState): Edit | undefined {
  const { from, to } = selectedLines(state);
  const found = item.exec(state.text.slice(from, state.start));
  if (found === null) return undefined;
  const isEmpty = state.text.slice(from, to) === found[0];
  if (isEmpty) return { from, to, insert: "", select: [from, from] };
  const { indent = "", marker = "", gap = "", task } = found.groups ?? {};
  const next = `${indent}${nextMarker(marker)}${gap}${task === undefined ? "" : "[ ] "}`;
  return replaceSelection(state, `\n${next}`);
}

function nextMarker(marker: string): string {
  const number = Number.parseInt(marker, 10);
  return Number.isNaN(number) ? marker : `${number + 1}${marker.at(-1)}`;
}

/** Moves the selected list items one level in or out; undefined where there is no list. */
export function indentItems(state: TextState, direction: "in" | "out"): Edit | undefined {
  const { from, to } = selectedLines(state);
  const lines = state.text.slice(from, to).split("\n");
  if (!lines.every((line) => item.test(line))) return undefined;
  const moved = lines.map((line) => (direction === "in" ? `  ${line}` : line.replace(/^ {1,2}|^\t/, "")));
  const insert = moved.join("\n");
  const shift = (moved[0]?.length ?? 0) - (lines[0]?.length ?? 0);
  const start = Math.max(from, state.start + shift);
  return { from, to, insert, select: [start, Math.max(start, state.end + insert.length - (to - from))] };
}

/** Whether the caret stands in a code block that is still open, where Enter must not send. */
export function isInCodeBlock(text: string, caret: number): boolean {
  const fences = text.slice(0, caret).match(/^ {0,3}```/gm) ?? [];
  return fences.length % 2 === 1;
}
