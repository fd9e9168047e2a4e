import type { Hotkey } from "./hotkey.ts";

/** What an element carries to have a tooltip; `TooltipLayer` shows it. Cheap enough for every row of a list. */
export interface TooltipAttributes {
  readonly "data-tooltip": string;
  readonly "data-tooltip-keys"?: Hotkey;
}

/** Attributes for an element whose accessible name is not the tooltip's business: give it a label of its own. */
export function tooltip(text: string, keys?: Hotkey): TooltipAttributes {
  return keys === undefined ? { "data-tooltip": text } : { "data-tooltip": text, "data-tooltip-keys": keys };
}
