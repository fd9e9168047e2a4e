import { cpus, totalmem } from "node:os";

/** One line of the table: a figure, what it is compared with in the same run, and what it must reach. */
export interface Measurement {
  readonly what: string;
  readonly figure: string;
  readonly comparedWith?: string;
  readonly goal?: string;
  /** Undefined where the figure is only printed. */
  readonly reached?: boolean;
}

export function describeMachine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return `${cpus().length} × ${cpu?.model.trim() ?? "unknown CPU"}, ${memory} GiB, Node ${process.versions.node}, ${process.platform}`;
}

export function printTable(measurements: readonly Measurement[]): void {
  const rows = measurements.map(({ what, figure, comparedWith = "", goal = "", reached }) => [
    what,
    figure,
    comparedWith,
    goal,
    reached === undefined ? "" : reached ? "yes" : "NO",
  ]);
  const table = [["measured", "figure", "compared with, in this run", "goal", "reached"], ...rows];
  const widths =
    table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of table)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
}

export const rate = (count: number, ms: number): number => (count / ms) * 1000;
export const perSecond = (value: number): string => `${Math.round(value).toLocaleString("en")}/s`;
export const times = (value: number): string => `${value.toFixed(1)} ×`;

/** The value below which this share of the samples lies. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
