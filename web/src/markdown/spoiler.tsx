import { type ReactNode, useState } from "react";
import { t } from "../text/text.ts";

/** Hidden text. Until it is revealed its words reach neither the eye, nor a screen reader, nor the clipboard. */
export function Spoiler({ children }: { readonly children: ReactNode }) {
  const [revealed, setRevealed] = useState(false);
  if (revealed) return <span className="md-spoiler-revealed">{children}</span>;
  return (
    <button
      type="button"
      className="md-spoiler"
      aria-label={t("message.revealSpoiler")}
      onClick={() => setRevealed(true)}
    >
      <span inert>{children}</span>
    </button>
  );
}
