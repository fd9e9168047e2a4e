const minuteMs = 60_000;

interface Zone {
  readonly value: string;
  readonly label: string;
}

/** All time zones of this browser with how late it is there, from west to east; the chosen one is among them. */
export function timezoneOptions(chosen: string, now: Date = new Date()): readonly Zone[] {
  const names = new Set(["UTC", ...Intl.supportedValuesOf("timeZone"), chosen]);
  const zones = [...names].map((name) => ({ name, offset: offsetOf(name, now) }));
  const sorted = zones.sort((a, b) => a.offset - b.offset || a.name.localeCompare(b.name));
  return sorted.map(({ name, offset }) => ({ value: name, label: labelOf(name, offset) }));
}

/** The zone that this device is in. */
export function deviceTimezone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Minutes ahead of UTC. */
function offsetOf(timeZone: string, now: Date): number {
  const parts = new Intl.DateTimeFormat("en", { timeZone, timeZoneName: "longOffset" }).formatToParts(now);
  const text = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  const [, sign = "+", hours = "0", minutes = "0"] = /GMT([+-])(\d\d):(\d\d)/.exec(text) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function labelOf(name: string, offset: number): string {
  const clock = new Date(Math.abs(offset) * minuteMs).toISOString().slice(11, 16);
  return `(UTC${offset < 0 ? "−" : "+"}${clock}) ${name.replaceAll("_", " ")}`;
}
