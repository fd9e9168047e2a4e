import { isInCodeBlock } from "./lists.ts";

/** What begins a suggestion: people, channels, emoji, commands. */
export type TriggerSign = "@" | "#" | ":" | "/";

export interface Trigger {
  readonly sign: TriggerSign;
  /** What has been typed after the sign. */
  readonly query: string;
  /** Where the sign stands. */
  readonly from: number;
}

const before = "(?:^|[\\s(\\[{\"'*_~|>])";
const patterns: readonly (readonly [TriggerSign, RegExp])[] = [
  ["@", new RegExp(`${before}@([\\p{L}\\p{N}._-]{0,40})$`, "u")],
  ["#", new RegExp(`${before}#([^\\s#@:/]{0,80})$`, "u")],
  // Two letters at least, or every colon would open a list.
  [":", new RegExp(`${before}:([a-z0-9_+-]{2,40})$`, "u")],
];
const command = /^\/([\p{L}\p{N}_-]{0,40})$/u;

/** What is being typed at the caret that asks for suggestions. */
export function findTrigger(text: string, caret: number): Trigger | undefined {
  const asCommand = command.exec(text.slice(0, caret));
  if (asCommand !== null) return { sign: "/", query: asCommand[1] ?? "", from: 0 };
  const line = text.slice(text.lastIndexOf("\n", caret - 1) + 1, caret);
  for (const [sign, pattern] of patterns) {
    const query = pattern.exec(line)?.[1];
    if (query === undefined) continue;
    return isInCode(text, line, caret) ? undefined : { sign, query, from: caret - query.length - 1 };
  }
  return undefined;
}

function isInCode(text: string, line: string, caret: number): boolean {
  return (line.match(/`/g)?.length ?? 0) % 2 === 1 || isInCodeBlock(text, caret);
}
