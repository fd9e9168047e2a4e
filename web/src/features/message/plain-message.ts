import { parse } from "../../markdown/parse.ts";
import { type Names, plainText } from "../../markdown/plain-text.ts";
import type { Message } from "../../store/log/message.ts";

type Said = Pick<Message, "text" | "forwarded" | "attachments">;

/** A message in one line without marks: what it says, or what it forwards without a word, and the names of its files. */
export function plainMessage({ text, forwarded, attachments }: Said, names: Names): string {
  const said = plainText(parse(text === "" ? (forwarded?.text ?? "") : text), names);
  return [said, ...fileNamesOf({ attachments })].filter((part) => part !== "").join(", ");
}

export const fileNamesOf = ({ attachments = [] }: Pick<Message, "attachments">): readonly string[] =>
  attachments.map(({ name }) => name);
