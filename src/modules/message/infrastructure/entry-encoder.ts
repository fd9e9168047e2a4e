import type { ScheduledId, UserId } from "../../../kernel/ids.ts";
import type { DraftChanged, MessageChange, MessageEvent, SavedChanged } from "../domain/events.ts";
import type { Message, NewMessage } from "../domain/message.ts";

/** Makes stream entries of what happened; each is encoded once, before its number is known. */
export interface EntryEncoder {
  posted(message: NewMessage): Uint8Array;
  changed(change: MessageChange): Uint8Array;
  /** The posting entry of a message once it is deleted: who, when and where, but nothing of what was said. */
  erasedPost(entry: Uint8Array): Uint8Array;
  /** What takes the place of an earlier text. */
  erasedText(message: Message): Uint8Array;
  /** The same posting entry without the text that it forwards. */
  withoutForwarded(entry: Uint8Array): Uint8Array;
  draft(change: DraftChanged): Uint8Array;
  saved(change: SavedChanged): Uint8Array;
  scheduled(change: { readonly by: UserId; readonly id: ScheduledId; readonly at: Date }): Uint8Array;
}

/** Reads back what happened to a message; undefined for what others wrote and for what was erased. */
export type EntryDecoder = (entry: Uint8Array) => MessageEvent | undefined;
