import type { Schedule } from "../../domain/inbox/schedule.ts";

/** A schedule as a row of settings holds it: all of it, or nothing. Monday is bit 0 of the days. */
export interface ScheduleColumns {
  schedule_days: number | null;
  schedule_from: number | null;
  schedule_to: number | null;
  timezone: string | null;
}

const WEEK = [0, 1, 2, 3, 4, 5, 6];

export function toSchedule(columns: ScheduleColumns): Schedule | undefined {
  const { schedule_days: days, schedule_from: from, schedule_to: to, timezone } = columns;
  if (days === null || from === null || to === null || timezone === null) return undefined;
  // biome-ignore lint/suspicious/noBitwiseOperators: a set of seven in one number
  return { days: new Set(WEEK.filter((day) => (days & (1 << day)) !== 0)), from, to, timezone };
}
