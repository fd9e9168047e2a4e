import { dayLabel, dayOf } from "../../../message-list/day.ts";
import { currentLanguage, t } from "../../../text/text.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times what using it does. */
function formatOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${currentLanguage()}:${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(currentLanguage(), options);
  formats.set(key, known);
  return known;
}

/** The time of day: 16:42. */
export function clockTime(moment: number): string {
  return formatOf({ hour: "2-digit", minute: "2-digit" }).format(moment);
}

/** Day and time in full, for tooltips and screen readers. */
export function fullTime(moment: number): string {
  return formatOf({ dateStyle: "full", timeStyle: "short" }).format(moment);
}

/** As short as can be understood: today's is a time, yesterday's says so, others are dates. */
export function shortTime(moment: number, now: number): string {
  const day = dayOf(moment);
  if (day === dayOf(now)) return clockTime(moment);
  const label = dayLabel(day, now);
  if (label === t("time.yesterday")) return `${label} ${clockTime(moment)}`;
  const isThisYear = day.slice(0, 4) === dayOf(now).slice(0, 4);
  return formatOf({ day: "numeric", month: "short", ...(!isThisYear && { year: "numeric" }) }).format(moment);
}
