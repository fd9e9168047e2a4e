import { execFileSync } from "node:child_process";

/** The process and all that descend from it; PostgreSQL's have process groups of their own. */
export function processTree(root: number): number[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const parents = lines.map((line) => line.trim().split(/\s+/).map(Number));
  const tree = [root];
  for (const parent of tree) {
    tree.push(...parents.filter(([, ppid]) => ppid === parent).map(([pid = 0]) => pid));
  }
  return tree;
}

/** Signals the processes that are still there, and answers how many these are; 0 asks only. */
export function signalAll(processes: readonly number[], signal: NodeJS.Signals | 0): number {
  return processes.filter((pid) => {
    try {
      return process.kill(pid, signal);
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ESRCH") return false;
      throw error;
    }
  }).length;
}

/** Whether the signal to stop has reached them all, which takes a busy machine a moment. */
export function allStopped(processes: readonly number[]): boolean {
  const states = execFileSync("ps", ["-p", processes.join(","), "-o", "stat="], { encoding: "utf8" });
  return states
    .trim()
    .split("\n")
    .every((state) => state.startsWith("T"));
}
