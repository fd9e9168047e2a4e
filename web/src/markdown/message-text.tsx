import { memo } from "react";
import { Blocks } from "./blocks.tsx";
import { isEmojiOnly } from "./emoji-only.ts";
import { parseRevision } from "./parse-cache.ts";

interface MessageTextProps {
  readonly messageId: string;
  /** Changes whenever the text does; the text of one revision is read once. */
  readonly revision: string | number;
  readonly text: string;
}

/** A message's Markdown as elements. Mentions are named by the surrounding `MessageTextContext`. */
export const MessageText = memo(function MessageText({ messageId, revision, text }: MessageTextProps) {
  const document = parseRevision(messageId, revision, text);
  return (
    <div className={isEmojiOnly(document) ? "md md-emoji-only" : "md"}>
      <Blocks nodes={document} />
    </div>
  );
});
