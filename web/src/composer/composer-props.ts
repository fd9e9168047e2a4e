import type { ReactNode, Ref } from "react";
import type { SuggestionSources } from "./suggestion.ts";

/** What can be asked of a composer from outside. */
export interface ComposerHandle {
  readonly focus: () => void;
  /** Writes at the caret, such as a quote. */
  readonly insert: (text: string) => void;
}

export interface ComposerProps {
  readonly ref?: Ref<ComposerHandle>;
  /** Says where the message goes: "Message #launch". */
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Sends `value`. Called only with something to send. */
  readonly onSend: () => void;
  readonly sendLabel?: string;
  /** What else can be put into a conversation, at the end of the tools. */
  readonly tools?: ReactNode;
  /** Other ways to send. */
  readonly besideSend?: ReactNode;
  /** Which key sends; the other breaks the line. On a touch screen Enter always breaks the line. */
  readonly sendOn?: "enter" | "mod+enter";
  readonly sources: SuggestionSources;
  /** Up in an empty composer. */
  readonly onEditLast?: () => void;
  /** Escape, when there is no list to close. */
  readonly onCancel?: () => void;
  readonly onFiles?: (files: readonly File[]) => void;
  /** Shown above the text: files to be sent, the message that is replied to. */
  readonly attachments?: ReactNode;
  /** Whether there is something to send beside the text. */
  readonly hasAttachments?: boolean;
  /** Some of it is not ready to be sent. */
  readonly isWaiting?: boolean;
  readonly autoFocus?: boolean;
  readonly isDisabled?: boolean;
}

/** Bytes of UTF-8 that one message can have. */
export const maxBytes = 40_000;

const encoder = new TextEncoder();

/** How many bytes too long a text is; 0 when it fits. */
export function bytesTooMany(text: string): number {
  // No character takes more than three bytes for each of its UTF-16 units.
  if (text.length * 3 <= maxBytes) return 0;
  return Math.max(0, encoder.encode(text).length - maxBytes);
}
