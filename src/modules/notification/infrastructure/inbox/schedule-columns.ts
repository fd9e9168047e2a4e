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

  return { days: new Set(WEEK.filter((day) => Math.floor(days / 2 ** day) % 2 === 1)), from, to, timezone };
}

export function fromSchedule(schedule: Schedule | undefined): ScheduleColumns {
  if (schedule === undefined) {
    return { schedule_days: null, schedule_from: null, schedule_to: null, timezone: null };
  }
  const { days, from, to, timezone } = schedule;
  const bits = WEEK.reduce((sum, day) => sum + (days.has(day) ? 2 ** day : 0), 0);
  return { schedule_days: bits, schedule_from: from, schedule_to: to, timezone };
}
