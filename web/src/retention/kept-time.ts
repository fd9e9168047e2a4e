import { keepingText as t } from "../text/keeping.ts";

/** What can be chosen without typing: days, and 0 for ever. */
const presets = [0, 7, 30, 90, 180, 365, 730, 1825] as const;

const MOST_DAYS = 3650;

/** How long messages are kept, as somebody is choosing it; `follow`: as the organisation. */
export interface TimeWish {
  readonly choice: string;
  /** What was typed where the choice is another number of days. */
  readonly typed: string;
}

export const OTHER = "other";
export const FOLLOW = "follow";

export function wishOf(days: number | undefined): TimeWish {
  if (days === undefined) return { choice: FOLLOW, typed: "" };
  const isPreset = presets.some((preset) => preset === days);
  return isPreset ? { choice: String(days), typed: "" } : { choice: OTHER, typed: String(days) };
}

/** The days of a wish; undefined follows the organisation, `wrong` is no number of days. */
export function daysOf({ choice, typed }: TimeWish): number | undefined | "wrong" {
  if (choice === FOLLOW) return undefined;
  if (choice !== OTHER) return Number(choice);
  const days = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
  return days >= 1 && days <= MOST_DAYS ? days : "wrong";
}

export function timeChoices(): readonly { readonly value: string; readonly label: string }[] {
  const choices = presets.map((days) => ({ value: String(days), label: timeText(days) }));
  return [...choices, { value: OTHER, label: t("retention.other") }];
}

/** A time in the words that fit it: 730 days are two years. */
export function timeText(days: number): string {
  if (days === 0) return t("retention.forever");
  if (days % 365 === 0) return t("retention.years", { count: days / 365 });
  return t("retention.days", { count: days });
}
