import { settingsText as t } from "../../../text/settings.ts";
import type { Stay } from "./status-expiry.ts";

export interface StatusSuggestion {
  readonly emoji: string;
  readonly text: string;
  readonly stay: Exclude<Stay, "keep">;
}

/** What people most often have to say about themselves. */
export function statusSuggestions(): readonly StatusSuggestion[] {
  return [
    { emoji: "🗓️", text: t("status.meeting"), stay: "1h" },
    { emoji: "🎧", text: t("status.focus"), stay: "4h" },
    { emoji: "🍽️", text: t("status.lunch"), stay: "1h" },
    { emoji: "🤒", text: t("status.sick"), stay: "today" },
    { emoji: "🌴", text: t("status.away"), stay: "always" },
  ];
}
