import { type Timestamp, timestampDate } from "@bufbuild/protobuf/wkt";
import { currentLanguage } from "../text/language.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

const units = [
  { unit: "day", ms: dayMs },
  { unit: "hour", ms: hourMs },
  { unit: "minute", ms: minuteMs },
] as const;

/** How far a moment is from now, in words: "3 hours ago", "in 6 days", "now". */
export function fromNow(at: Date, now: Date = new Date()): string {
  const ahead = at.getTime() - now.getTime();
  const format = new Intl.RelativeTimeFormat(currentLanguage(), { numeric: "auto" });
  const { unit, ms } = units.find(({ ms }) => Math.abs(ahead) >= ms) ?? { unit: "second", ms: dayMs };
  return format.format(Math.round(ahead / ms), unit);
}

/** A day, such as "12 November 2026". */
export function dayOf(at: Date): string {
  return at.toLocaleDateString(currentLanguage(), { dateStyle: "long" });
}

/** A moment of the wire; undefined where it is absent. */
export function dateOf(at: Timestamp | undefined): Date | undefined {
  return at === undefined ? undefined : timestampDate(at);
}
