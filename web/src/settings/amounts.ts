import { currentLanguage } from "../text/language.ts";

const sizes = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** A size on disk, such as "12.3 MB". */
export function sizeText(bytes: bigint): string {
  const [power, unit] = largestWithin(Number(bytes), sizes);
  return unitText(Number(bytes) / 1000 ** power, unit);
}

/** How long something took, such as "12 ms", "0.2 sec" or "3 min". */
export function durationText(ms: number): string {
  if (ms < 100) return unitText(ms, "millisecond");
  return ms < 60_000 ? unitText(ms / 1000, "second") : unitText(ms / 60_000, "minute");
}

export function numberText(count: bigint | number): string {
  return count.toLocaleString(currentLanguage());
}

function largestWithin<Unit>(amount: number, units: readonly Unit[]): readonly [number, Unit | undefined] {
  const power = Math.max(0, Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, amount)) / 3)));
  return [power, units[power]];
}

function unitText(amount: number, unit: string | undefined): string {
  const format = { style: "unit", unit: unit ?? "byte", unitDisplay: "short" } as const;
  return amount.toLocaleString(currentLanguage(), { ...format, maximumFractionDigits: amount < 10 ? 1 : 0 });
}
