import type { Schedule } from "../../../../../gen/chatter/notification/inbox/v1/settings_pb.js";
import { currentLanguage } from "../../../text/language.ts";

/** The hours of a schedule as fields hold them: `09:30`. */
export interface Hours {
  readonly days: ReadonlySet<number>;
  readonly from: string;
  readonly to: string;
  readonly timezone: string;
}

const WORKDAYS = [1, 2, 3, 4, 5];
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

/** From 1, Monday, to 7, Sunday. */
export const WEEK = [1, 2, 3, 4, 5, 6, 7] as const;

const zoneOfDevice = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** As a schedule has them; without one those of an office, by the clocks of this device. */
export function hoursOf(schedule: Schedule | undefined): Hours {
  if (schedule === undefined) {
    return { days: new Set(WORKDAYS), from: "09:00", to: "18:00", timezone: zoneOfDevice() };
  }
  const { days, fromMinute, toMinute, timezone } = schedule;
  return { days: new Set(days), from: toField(fromMinute), to: toField(toMinute), timezone };
}

/** The way back. */
export function scheduleOf({ days, from, to, timezone }: Hours) {
  return { days: [...days], fromMinute: fromField(from), toMinute: fromField(to), timezone };
}

/** What a day is called where there is little room. */
export function nameOfDay(day: number): string {
  const format = new Intl.DateTimeFormat(currentLanguage(), { weekday: "short", timeZone: "UTC" });
  return format.format(MONDAY + (day - 1) * dayMs);
}

const two = (value: number): string => String(value).padStart(2, "0");
const toField = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

function fromField(value: string): number {
  const [hours = "0", minutes = "0"] = value.split(":");
  return Number(hours) * 60 + Number(minutes);
}
