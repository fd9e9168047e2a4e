import { execFile } from "node:child_process";
import { readdir, readFile, readlink, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { unless } from "../../files/unless.ts";
import { EmbeddedPostgresError, systemCode } from "./errors.ts";

/**
 * Ends the server of a program that died, which may still be at it, and removes the files by which it said
 * that it runs. PostgreSQL itself takes such a file for true when its process id lives, and after a power
 * loss or in a new container that id is often another process of ours.
 *
 * The folder's lock must be held: then no other program owns that server. Should single processes of it
 * outlive it, PostgreSQL sees them by their shared memory and refuses to start until they are gone.
 */
export async function clearLeftovers(cluster: string, socketFolder: string): Promise<void> {
  const pid = await findRecordedPid(cluster);
  if (pid !== undefined) await endServer(pid, cluster);
  await rm(join(cluster, "postmaster.pid"), { force: true });
  for (const name of await readdir(socketFolder)) {
    if (name.startsWith(".s.PGSQL.")) await rm(join(socketFolder, name), { force: true });
  }
}

async function findRecordedPid(cluster: string): Promise<number | undefined> {
  const file = await readFile(join(cluster, "postmaster.pid"), "utf8").catch(unless("ENOENT"));
  const [line] = file?.split("\n") ?? [];
  return Number(line) > 1 ? Number(line) : undefined;
}

/** Its watchdog has asked it to stop already; asking again is for a server that lost its watchdog as well. */
async function endServer(pid: number, cluster: string): Promise<void> {
  for (const [signal, seconds] of [["SIGINT", 10] as const, ["SIGQUIT", 5] as const]) {
    if (!(await isServerOf(pid, cluster))) return;
    sendSignal(pid, signal);
    const deadline = performance.now() + seconds * 1000;
    // The end of a process that is not our child is no event anywhere.
    while (performance.now() < deadline && (await isServerOf(pid, cluster))) await delay(10);
  }
  if (!(await isServerOf(pid, cluster))) return;
  throw new EmbeddedPostgresError(
    "start-failed",
    `A PostgreSQL server that an earlier run left behind (process ${pid}) does not stop. End it and try again.`,
  );
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (systemCode(error) !== "ESRCH") throw error;
  }
}

/** A server's working directory is its cluster. A process that ended but was not yet reaped has none. */
async function isServerOf(pid: number, cluster: string): Promise<boolean> {
  if (process.platform !== "linux") return (await findCommand(pid)).includes(cluster);
  try {
    const [folder, name] = await Promise.all([
      readlink(`/proc/${pid}/cwd`),
      readFile(`/proc/${pid}/comm`, "utf8"),
    ]);
    return folder === cluster && name.trim() === "postgres";
  } catch (error) {
    if (["ENOENT", "ESRCH", "EACCES"].includes(systemCode(error) ?? "")) return false;
    throw error;
  }
}

async function findCommand(pid: number): Promise<string> {
  try {
    return (await promisify(execFile)("/bin/ps", ["-o", "command=", "-p", String(pid)])).stdout;
  } catch {
    // ps ends with 1 when there is no such process.
    return "";
  }
}
