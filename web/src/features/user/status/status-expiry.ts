/** How long a status stays; "keep" is the end that it has already. */
export type Stay = "keep" | "always" | "30m" | "1h" | "4h" | "today" | "week";

const minuteMs = 60_000;
const durations = { "30m": 30 * minuteMs, "1h": 60 * minuteMs, "4h": 240 * minuteMs } as const;

/** When a status set now ends; undefined: when it is changed. Days and weeks end as they do where one is. */
export function endOf(stay: Exclude<Stay, "keep">, now: Date): Date | undefined {
  switch (stay) {
    case "always":
      return undefined;
    case "today":
      return startOfDay(now, 1);
    case "week":
      // Weeks end with Sunday.
      return startOfDay(now, ((7 - now.getDay()) % 7) + 1);
    default:
      return new Date(now.getTime() + durations[stay]);
  }
}

function startOfDay(now: Date, daysAhead: number): Date {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysAhead);
}
