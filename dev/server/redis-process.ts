import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createClient } from "@redis/client";
import { endWithUs, findFreePort } from "./server-process.ts";

/** A real Redis of its own for a test or a measurement, which can be stopped, paused and started again. */
export interface RedisProcess {
  readonly url: string;
  start(): Promise<void>;
  /** Ends it as a crash does: what it held is gone. */
  kill(): Promise<void>;
  /** It keeps its connections and answers nothing. */
  pause(): void;
  resume(): void;
}

export async function startRedis(): Promise<RedisProcess> {
  const port = await findFreePort();
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  const redis: RedisProcess = {
    url,
    async start() {
      const options = ["--port", `${port}`, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
      child = endWithUs(spawn("redis-server", options, { stdio: "ignore" }));
      await once(child, "spawn");
      await answers(url);
    },
    async kill() {
      if (child === undefined) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
      child = undefined;
    },
    pause: () => void child?.kill("SIGSTOP"),
    resume: () => void child?.kill("SIGCONT"),
  };
  await redis.start();
  return redis;
}

/** Resolves when it takes connections. */
async function answers(url: string): Promise<void> {
  const client = createClient({ url, socket: { reconnectStrategy: 20 } });
  client.on("error", () => {
    // It has not come that far yet; the client tries again.
  });
  await client.connect();
  client.destroy();
}
