import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ApiClient, createApiClient } from "../dev/client/api-client.ts";
import { findFreePort, startServer } from "../dev/server/server-process.ts";

/** The program in a process of its own, with people in one channel. */
export interface Stage {
  readonly url: string;
  readonly dataDir: string;
  readonly channelId: string;
  /** A session token for each person. */
  readonly tokens: readonly string[];
  readonly api: ApiClient;
  /** Resident memory of the server in bytes. */
  memory(): number;
  stop(): Promise<void>;
}

export async function setStage(people: number, env: Readonly<Record<string, string>> = {}): Promise<Stage> {
  const dataDir = await mkdtemp(join(tmpdir(), "chatter-stage-"));
  const server = await startServer({
    dataDir,
    port: await findFreePort(),
    env: { REGISTRATION: "open", RATE_LIMIT: "100000", ...env },
  });
  const { auth } = createApiClient(server.url);
  const tokens: string[] = [];
  for (let n = 0; n < people; n++) {
    const registered = await auth.register({
      email: `person-${n}@example.org`,
      password: "a long enough password",
      name: `Person ${n}`,
      orgName: "Bench",
    });
    tokens.push(registered.sessionToken);
  }
  const api = createApiClient(server.url, tokens[0]);
  const { channels } = await api.channel.listMyChannels({});
  return {
    url: server.url,
    dataDir,
    channelId: channels.find(({ channel }) => channel?.name === "general")?.channel?.id ?? "",
    tokens,
    api,
    memory: () =>
      1024 * Number(execFileSync("ps", ["-o", "rss=", "-p", String(server.pid)], { encoding: "utf8" })),
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
