import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { z } from "zod";

export const holderProgram = fileURLToPath(new URL("hold-database.ts", import.meta.url));

const answer = z.union([
  z.object({ ready: z.string() }),
  z.object({ refused: z.string(), message: z.string() }),
]);

/** Another process that started, or could not start, the database of a folder. */
export interface Holder {
  readonly process: ChildProcess;
  readonly answer: z.infer<typeof answer>;
}

/** Starts a program on the folder, and returns once it has said how that went. */
export async function startHolder(
  dataDir: string,
  user: { uid?: number; gid?: number } = {},
): Promise<Holder> {
  const child = spawn(process.execPath, [holderProgram, dataDir], {
    ...user,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const ended = once(child, "exit").then(() => [undefined]);
  const [line]: unknown[] = await Promise.race([once(lines, "line"), ended]);
  if (typeof line !== "string") throw new Error("The program ended without an answer");
  return { process: child, answer: answer.parse(JSON.parse(line)) };
}

/** SIGKILL, and the wait until the program is gone: it has no chance to tidy up. */
export async function killHolder({ process: child }: Holder): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}
