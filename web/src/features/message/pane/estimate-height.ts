import { heightOfFiles } from "../../../files/look.ts";
import type { Row } from "../../../message-list/row.ts";
import type { Message } from "../../../store/log/message.ts";
import { isDeleted } from "../message-state.ts";

const line = 22;
const header = 21;
const pads = { first: 12, continued: 2 } as const;
const reactions = 31;
const thread = 34;
const separator = 38;
const averageLetters = 92;

/** A guess at a row's height in pixels: close enough that the scrollbar does not jump when it is measured. */
export function estimateHeight(row: Row<Message>): number {
  if (row.kind === "note") return 120;
  if (row.kind !== "message") return separator;
  const { message } = row;
  const text = isDeleted(message) ? line : heightOfText(message.text) + heightOfFiles(message.attachments);
  const below = (message.reactions.length > 0 ? reactions : 0) + (message.thread === undefined ? 0 : thread);
  return text + below + (row.isContinued ? pads.continued : pads.first + header);
}

function heightOfText(text: string): number {
  let lines = 0;
  for (const part of text.split("\n")) lines += Math.max(1, Math.ceil(part.length / averageLetters));
  return lines * line;
}
