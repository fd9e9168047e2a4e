/** From a moment on, and until before another. */
export interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** Where and when somebody asks: what `today` means to them. */
export interface Asked {
  readonly now: Date;
  /** A name such as Europe/Berlin. */
  readonly timezone: string;
}

interface Day {
  readonly year: number;
  /** From 0 on, and beyond 11 into the next year, as in Date. */
  readonly month: number;
  readonly day: number;
}

const DATE = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/;
const AGO = /^(\d{1,4})([dwmy])$/;
const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const DAY_MS = 86_400_000;

/**
 * The days that a word names where somebody asks: 2026-11-21, 2026-11, 2026, today, yesterday, monday,
 * this-week, last-month, 7d. Undefined for any other word.
 */
export function daysOf(word: string, { now, timezone }: Asked): Span | undefined {
  const days = named(word.toLowerCase().replace(/[\s_]+/g, "-"), dayAt(now, timezone)) ?? dated(word);
  return days && { from: startOf(days[0], timezone), to: startOf(days[1], timezone) };
}

type Days = readonly [Day, Day];

function dated(word: string): Days | undefined {
  const [, y, m, d] = DATE.exec(word) ?? [];
  if (y === undefined) return undefined;
  const [year, month, day] = [Number(y), Number(m ?? 1) - 1, Number(d ?? 1)];
  const first = { year, month, day };
  // The 31st of February is no day.
  const real = new Date(Date.UTC(year, month, day));
  if (real.getUTCMonth() !== month || real.getUTCDate() !== day || real.getUTCFullYear() !== year) return;
  if (m === undefined) return [first, { ...first, year: year + 1 }];
  return [first, d === undefined ? { ...first, month: month + 1 } : { ...first, day: day + 1 }];
}

function named(word: string, today: Day): Days | undefined {
  const days = (from: number, count = 1): Days => [
    { ...today, day: today.day + from },
    { ...today, day: today.day + from + count },
  ];
  const monday = -((weekdayOf(today) + 6) % 7);
  const months = (from: number): Days => [
    { ...today, month: today.month + from, day: 1 },
    { ...today, month: today.month + from + 1, day: 1 },
  ];
  const years = (from: number): Days => [
    { year: today.year + from, month: 0, day: 1 },
    { year: today.year + from + 1, month: 0, day: 1 },
  ];
  const known: Readonly<Record<string, Days>> = {
    today: days(0),
    yesterday: days(-1),
    "this-week": days(monday, 7),
    "last-week": days(monday - 7, 7),
    "this-month": months(0),
    "last-month": months(-1),
    "this-year": years(0),
    "last-year": years(-1),
  };
  const weekday = WEEKDAYS.indexOf(word);
  // The latest one, today included.
  if (weekday >= 0) return days(-((weekdayOf(today) - weekday + 7) % 7));
  return Object.hasOwn(known, word) ? known[word] : ago(word, today);
}

function ago(word: string, today: Day): Days | undefined {
  const [, count, unit] = AGO.exec(word) ?? [];
  if (count === undefined) return undefined;
  const n = Number(count);
  const { year, month, day } = today;
  const first = {
    d: { ...today, day: day - n },
    w: { ...today, day: day - 7 * n },
    m: { ...today, month: month - n },
    y: { ...today, year: year - n },
  }[unit as "d" | "w" | "m" | "y"];
  return [first, { ...first, day: first.day + 1 }];
}

const weekdayOf = ({ year, month, day }: Day): number => new Date(Date.UTC(year, month, day)).getUTCDay();

function dayAt(moment: Date, timezone: string): Day {
  const local = new Date(moment.getTime() + offsetOf(moment, timezone));
  return { year: local.getUTCFullYear(), month: local.getUTCMonth(), day: local.getUTCDate() };
}

/** The first moment of a day; where a clock is put forward at midnight, that is later. */
function startOf({ year, month, day }: Day, timezone: string): Date {
  const wall = new Date(0);
  wall.setUTCFullYear(year, month, day);
  const guess = new Date(wall.getTime() - offsetOf(wall, timezone));
  return new Date(wall.getTime() - offsetOf(guess, timezone));
}

/** By how much clocks there are ahead of UTC at a moment, in milliseconds. */
function offsetOf(moment: Date, timezone: string): number {
  const [, sign, hours = "0", minutes = "0"] = /GMT([+-])(\d{2}):(\d{2})/.exec(zoned(moment, timezone)) ?? [];
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return Math.abs(ms) < DAY_MS && sign === "-" ? -ms : ms;
}

function zoned(moment: Date, timezone: string): string {
  const format = (timeZone: string) =>
    new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }).format(moment);
  try {
    return format(timezone);
  } catch (error) {
    // Nobody calls a zone that: days begin as in UTC then.
    if (error instanceof RangeError) return format("UTC");
    throw error;
  }
}
