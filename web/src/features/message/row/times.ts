import { dayLabel, dayOf } from "../../../message-list/day.ts";
import { regionalLanguage } from "../../../text/language.ts";
import { t } from "../../../text/text.ts";

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times what using it does. */
function formatOf(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${regionalLanguage()}:${JSON.stringify(options)}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(regionalLanguage(), options);
  formats.set(key, known);
  return known;
}

/** The time of day: 16:42. */
export function clockTime(moment: number): string {
  return formatOf({ timeStyle: "short" }).format(moment);
}

/** The time of day without morning or afternoon, for where there is little room: 4:42. */
export function narrowTime(moment: number): string {
  const parts = formatOf({ timeStyle: "short" }).formatToParts(moment);
  const said = parts.filter(({ type }) => type !== "dayPeriod");
  return said
    .map(({ value }) => value)
    .join("")
    .trim();
}

/** Day and time in full, for tooltips and screen readers. */
export function fullTime(moment: number): string {
  return formatOf({ dateStyle: "full", timeStyle: "short" }).format(moment);
}

/** A day and a time that are to come or have passed, without the seconds. */
export function dayAndTime(moment: number): string {
  return formatOf({
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
  }).format(moment);
}

/** As short as can be understood: today's is a time, yesterday's says so, others are dates. */
export function shortTime(moment: number): string {
  const now = Date.now();
  const day = dayOf(moment);
  if (day === dayOf(now)) return clockTime(moment);
  if (dayLabel(day, now) === t("time.yesterday")) return t("time.yesterdayAt", { time: clockTime(moment) });
  const isThisYear = day.slice(0, 4) === dayOf(now).slice(0, 4);
  return formatOf({ day: "numeric", month: "short", ...(!isThisYear && { year: "numeric" }) }).format(moment);
}
