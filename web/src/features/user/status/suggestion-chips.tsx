import { settingsText as t } from "../../../text/settings.ts";
import { type StatusSuggestion, statusSuggestions } from "./suggestions.ts";

/** Statuses of one press. */
export function SuggestionChips({ onChoose }: { readonly onChoose: (chosen: StatusSuggestion) => void }) {
  return (
    <ul aria-label={t("status.suggestions")} className="flex flex-wrap gap-2">
      {statusSuggestions().map((suggestion) => (
        <li key={suggestion.text}>
          <button
            type="button"
            onClick={() => onChoose(suggestion)}
            className="flex min-h-8 items-center gap-1.5 rounded-full border border-line bg-raised px-3 text-sm text-ink2 transition hover:border-field-line hover:text-ink coarse:min-h-11"
          >
            <span aria-hidden>{suggestion.emoji}</span>
            {suggestion.text}
          </button>
        </li>
      ))}
    </ul>
  );
}
