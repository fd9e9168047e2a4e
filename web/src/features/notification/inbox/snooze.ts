const hourMs = 3_600_000;
const workBeginsAt = 9;

/** Nine o'clock of the next day, by the calendar of this device. */
export function tomorrowMorning(now: Date): number {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, workBeginsAt).getTime();
}

export const inAnHour = (now: Date): number => now.getTime() + hourMs;

/** Nine o'clock of the next Monday. */
export function nextMonday(now: Date): number {
  const days = (8 - now.getDay()) % 7 || 7;
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, workBeginsAt).getTime();
}
