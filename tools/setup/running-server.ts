import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const dataFolder = process.env["DATA_DIR"] ?? "data";

/** The process id of the server that runs on the data folder, or undefined. */
export function findRunningServer(): number | undefined {
  const file = join(dataFolder, "server.pid");
  if (!existsSync(file)) return undefined;
  const pid = Number.parseInt(readFileSync(file, "utf8"), 10);
  return isServer(pid) ? pid : undefined;
}

/** After a power loss the file is left behind, and its number may belong to anybody. */
function isServer(pid: number): boolean {
  try {
    const command = execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
    return command.includes("cmd/server.ts");
  } catch {
    return false;
  }
}
