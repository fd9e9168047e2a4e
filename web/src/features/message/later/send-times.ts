export type SendTime = "20m" | "1h" | "tomorrow" | "monday";
export const sendTimes = ["20m", "1h", "tomorrow", "monday"] as const satisfies readonly SendTime[];

const minuteMs = 60_000;
const workBeginsAt = 9;

/** When that is, seen from now. Days are those of the calendar here: nine o'clock is so on days of 23 hours too. */
export function momentOf(time: SendTime, now: Date): number {
  const nineIn = (days: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, workBeginsAt).getTime();
  switch (time) {
    case "20m":
      return now.getTime() + 20 * minuteMs;
    case "1h":
      return now.getTime() + 60 * minuteMs;
    case "tomorrow":
      return nineIn(1);
    case "monday":
      return nineIn((8 - now.getDay()) % 7 || 7);
  }
}

/** As a field for date and time has it: 2026-03-29T09:00, in the time of this device. */
export function toField(moment: number): string {
  const local = new Date(moment);
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
  return `${day}T${two(local.getHours())}:${two(local.getMinutes())}`;
}

/** The way back; undefined for what is no moment. */
export function fromField(value: string): number | undefined {
  const moment = new Date(value).getTime();
  return Number.isNaN(moment) ? undefined : moment;
}
