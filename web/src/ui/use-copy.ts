import { useEffect, useState } from "react";
import { t } from "../text/text.ts";
import { showToast } from "./toast-store.ts";

const shownFor = 1_600;

/** Copies text to the clipboard and says for a moment that it did. */
export function useCopy(): { readonly copied: boolean; readonly copy: (text: string) => Promise<void> } {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return undefined;
    const handle = setTimeout(() => setCopied(false), shownFor);
    return () => clearTimeout(handle);
  }, [copied]);
  const copy = async (text: string) => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      // Refused by the person, or an address without TLS, where browsers offer no clipboard.
      showToast({ text: t("ui.copyFailed"), tone: "danger" });
    }
  };
  return { copied, copy };
}
