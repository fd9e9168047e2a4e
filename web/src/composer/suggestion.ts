import type { ReactNode } from "react";
import type { TriggerSign } from "./trigger.ts";

/** Something that can be chosen while typing. */
export interface Suggestion {
  readonly id: string;
  readonly label: string;
  /** Smaller, beside the label: a person's name beside the handle. */
  readonly detail?: string;
  readonly icon?: ReactNode;
  /** What is written for it, sign included: "@mei". A space follows. */
  readonly insert: string;
}

/** Finds suggestions for what was typed after the sign, the best first. */
export type SuggestionSource = (query: string) => readonly Suggestion[] | Promise<readonly Suggestion[]>;

export type SuggestionSources = Partial<Readonly<Record<TriggerSign, SuggestionSource>>>;
