import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const programs = {
  server: { entry: entryOf("server"), ready: "is running at" },
  worker: { entry: entryOf("worker"), ready: "working" },
};

/** A program in a process of its own, for tests and measurements. */
export interface Process {
  readonly pid: number;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>;
  /** Ends it as a crash does, and waits until it is gone. */
  kill(): Promise<void>;
}

/** The program as `make up` runs it. */
export interface ServerProcess extends Process {
  readonly url: string;
}

export interface ServerProcessOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Resolves when it serves; rejects with what it said when it ends before. */
export async function startServer({ dataDir, port, env = {} }: ServerProcessOptions): Promise<ServerProcess> {
  const running = await start("server", {
    LOG_LEVEL: "error",
    ...env,
    DATA_DIR: dataDir,
    PORT: String(port),
  });
  return { ...running, url: `http://127.0.0.1:${port}` };
}

/** Consumers and jobs alone; resolves when they have begun. */
export function startWorker({
  dataDir,
  env = {},
}: Pick<ServerProcessOptions, "dataDir" | "env">): Promise<Process> {
  return start("worker", { ...env, LOG_LEVEL: "info", DATA_DIR: dataDir });
}

async function start(name: keyof typeof programs, env: Readonly<Record<string, string>>): Promise<Process> {
  const { entry, ready } = programs[name];
  const child = endWithUs(
    spawn(process.execPath, [entry], { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] }),
  );
  await said(child, ready);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  };
  return {
    pid: child.pid ?? 0,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
}

const children = new Set<ChildProcess>();
process.once("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

/** Whoever started it may fail before it stops it. */
function endWithUs<Child extends ChildProcess>(child: Child): Child {
  children.add(child);
  child.once("exit", () => children.delete(child));
  return child;
}

function entryOf(program: string): string {
  return fileURLToPath(new URL(`../../cmd/${program}.ts`, import.meta.url));
}

function said(child: ChildProcess, ready: string): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const lines: string[] = [];
  for (const output of [child.stdout, child.stderr]) {
    if (output === null) continue;
    createInterface({ input: output }).on("line", (line) => {
      lines.push(line);
      if (line.includes(ready)) resolve();
    });
  }
  child.once("exit", (code) => reject(new Error(`it ended (${code}):\n${lines.join("\n")}`)));
  return promise;
}

/** A port that nobody used a moment ago. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port was given");
  return address.port;
}
