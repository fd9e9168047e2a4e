import { t } from "../../../text/text.ts";

interface BlockedNoteProps {
  readonly onShow: () => void;
}

/** Stands where the reader wants to read nothing, unless they ask for it. */
export function BlockedNote({ onShow }: BlockedNoteProps) {
  return (
    <p className="text-ink3 italic">
      {t("blocked.note")}{" "}
      <button type="button" onClick={onShow} className="rounded-sm text-accent not-italic hover:underline">
        {t("blocked.show")}
      </button>
    </p>
  );
}
