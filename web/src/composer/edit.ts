/** What stands in the text area, and what of it is selected. */
export interface TextState {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A change: the characters from `from` to `to` are replaced, then `select` is selected in the new text. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly insert: string;
  readonly select: readonly [start: number, end: number];
}

export function apply(state: TextState, { from, to, insert, select }: Edit): TextState {
  return {
    text: state.text.slice(0, from) + insert + state.text.slice(to),
    start: select[0],
    end: select[1],
  };
}

/** Replaces the selection; the caret stands behind what came in. */
export function replaceSelection({ start, end }: TextState, insert: string): Edit {
  return { from: start, to: end, insert, select: [start + insert.length, start + insert.length] };
}

/** Where the lines that the selection touches begin and end. */
export function selectedLines({ text, start, end }: TextState): {
  readonly from: number;
  readonly to: number;
} {
  const next = text.indexOf("\n", end);
  return { from: text.lastIndexOf("\n", start - 1) + 1, to: next < 0 ? text.length : next };
}
