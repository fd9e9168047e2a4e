import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const entry = fileURLToPath(new URL("../../cmd/server.ts", import.meta.url));

/** The program as `make up` runs it, in a process of its own, for tests and measurements. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>;
  /** Ends it as a crash does, and waits until it is gone. */
  kill(): Promise<void>;
}

export interface ServerProcessOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly env?: Readonly<Record<string, string>>;
}

/** Resolves when it serves; rejects with what it said when it ends before. */
export async function startServer({ dataDir, port, env = {} }: ServerProcessOptions): Promise<ServerProcess> {
  const child = spawn(process.execPath, [entry], {
    env: { ...process.env, LOG_LEVEL: "error", ...env, DATA_DIR: dataDir, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  await serving(child);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  };
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
  };
}

function serving(child: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const said: string[] = [];
  for (const output of [child.stdout, child.stderr]) {
    if (output === null) continue;
    createInterface({ input: output }).on("line", (line) => {
      said.push(line);
      if (line.includes("is running at")) resolve();
    });
  }
  child.once("exit", (code) => reject(new Error(`the server ended (${code}):\n${said.join("\n")}`)));
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
