/** For how long somebody wants to be left alone. */
export type QuietTime = "30m" | "1h" | "tomorrow" | "always";

const minuteMs = 60_000;
const workBeginsAt = 9;

/** When that ends if it begins now; undefined: when it is turned off. Tomorrow begins with the work. */
export function endOf(time: QuietTime, now: Date): Date | undefined {
  switch (time) {
    case "30m":
      return new Date(now.getTime() + 30 * minuteMs);
    case "1h":
      return new Date(now.getTime() + 60 * minuteMs);
    case "tomorrow":
      return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, workBeginsAt);
    case "always":
      return undefined;
  }
}
