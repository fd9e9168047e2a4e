import { readFileSync } from "node:fs";

const TICKS_PER_SECOND = 100;

/** User and system time of the processes in µs, as Linux counts it: in steps of 10 ms. */
export function cpuOf(processes: readonly { readonly pid: number }[]): number {
  const ticks = processes.map(({ pid }) => {
    // After the name, which may hold anything, come the fields from the third on.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return Number(fields[11]) + Number(fields[12]);
  });
  return (ticks.reduce((sum, each) => sum + each, 0) * 1_000_000) / TICKS_PER_SECOND;
}
