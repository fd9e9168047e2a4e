import { keepingText as t } from "../text/keeping.ts";

/** How much a rule would erase. */
export interface Preview {
  readonly messages: bigint;
  readonly more: boolean;
}

interface PreviewNoteProps {
  /** Undefined while it is counted. */
  readonly preview: Preview | undefined;
}

/** Says what a choice means before it is made; screen readers hear it change. */
export function PreviewNote({ preview }: PreviewNoteProps) {
  return (
    <p role="status" className="min-h-6 text-ink2">
      {preview === undefined ? t("retention.counting") : sentenceOf(preview)}
    </p>
  );
}

function sentenceOf({ messages, more }: Preview): string {
  const count = Number(messages);
  if (count === 0) return t("retention.nothing");
  return t(more ? "retention.erasesMore" : "retention.erases", { count });
}
