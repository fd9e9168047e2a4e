import { refuse } from "../errors.ts";

/** The hours of a week in which somebody wants to be told at once. */
export interface Schedule {
  /** Days on which such hours begin: 0 is Monday. */
  readonly days: ReadonlySet<number>;
  /** Minutes of the day. From a later to an earlier one they last into the next day. */
  readonly from: number;
  readonly to: number;
  /** An IANA name, such as Europe/Berlin. */
  readonly timezone: string;
}

const DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Whether a moment is in the hours of a schedule, by the clocks of its time zone. */
export function isWithin({ days, from, to, timezone }: Schedule, at: Date): boolean {
  const { day, minute } = localTime(timezone, at);
  if (from < to) return days.has(day) && from <= minute && minute < to;
  // Into the next day; from a minute to the same one it is the whole day.
  return (days.has(day) && minute >= from) || (days.has((day + 6) % 7) && minute < to);
}

/** Throws SCHEDULE_EMPTY, TIMEZONE_UNKNOWN. */
export function assertSchedule({ days, timezone }: Schedule): void {
  if (days.size === 0) throw refuse("SCHEDULE_EMPTY");
  try {
    clockOf(timezone);
  } catch (error) {
    if (error instanceof RangeError) throw refuse("TIMEZONE_UNKNOWN");
    throw error;
  }
}

function localTime(timezone: string, at: Date): { readonly day: number; readonly minute: number } {
  const parts = new Map(
    clockOf(timezone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return {
    day: DAYS.indexOf(parts.get("weekday") ?? ""),
    minute: Number(parts.get("hour")) * 60 + Number(parts.get("minute")),
  };
}

/** There are some hundred time zones, so all that were ever used are kept. */
function clockOf(timezone: string): Intl.DateTimeFormat {
  const known = clocks.get(timezone);
  if (known !== undefined) return known;
  const shown = { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const clock = new Intl.DateTimeFormat("en-US", { ...shown, timeZone: timezone });
  clocks.set(timezone, clock);
  return clock;
}
