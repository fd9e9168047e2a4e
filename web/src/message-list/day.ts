import { currentLanguage } from "../text/language.ts";
import { t } from "../text/text.ts";

/** The day of a moment where the reader is, such as 2026-11-21. */
export function dayOf(moment: number): string {
  const date = new Date(moment);
  const two = (part: number) => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A day as people say it: Today, Yesterday, Monday 9 November; with the year when it is another one. */
export function dayLabel(day: string, now: number): string {
  if (day === dayOf(now)) return t("time.today");
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const noon = new Date(year, month - 1, date, 12);
  const dayAfter = new Date(year, month - 1, date + 1, 12);
  if (dayOf(dayAfter.getTime()) === dayOf(now)) return t("time.yesterday");
  const isThisYear = year === new Date(now).getFullYear();
  return format(isThisYear).format(noon);
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times what using it does. */
function format(isThisYear: boolean): Intl.DateTimeFormat {
  const language = currentLanguage();
  const key = `${language}:${isThisYear}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(language, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(!isThisYear && { year: "numeric" }),
  });
  formats.set(key, made);
  return made;
}
