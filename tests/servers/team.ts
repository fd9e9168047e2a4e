import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { vi } from "vitest";
import { type ApiClient, createApiClient } from "../../dev/client/api-client.ts";
import {
  findFreePort,
  type Process,
  type ServerProcess,
  startServer,
  startWorker,
} from "../../dev/server/server-process.ts";
import { Watcher } from "./watcher.ts";

export interface Person {
  readonly userId: string;
  readonly token: string;
}

/** Two servers and a worker on one database, and some people who use them. */
export interface Team {
  readonly servers: readonly [ServerProcess, ServerProcess];
  readonly channelId: string;
  /** Register one after the other; the first owns the organisation. */
  readonly people: readonly Person[];
  api(server: 0 | 1, person: number): ApiClient;
  /** A connection of theirs, which follows the channel already. */
  connect(server: 0 | 1, person: number): Promise<Watcher>;
  /** One more server of theirs, with other settings; it ends with the team. */
  another(more: Readonly<Record<string, string>>): Promise<ServerProcess>;
  /** Stops it as an upgrade does, and starts it again at the same address. */
  restart(server: 0 | 1): Promise<void>;
  close(): Promise<void>;
}

const PEOPLE = 5;

export async function openTeam(env: Readonly<Record<string, string>>): Promise<Team> {
  const dataDir = await mkdtemp(join(tmpdir(), "chatter-servers-"));
  const settings = { REGISTRATION: "open", ...env };
  const ports = [await findFreePort(), await findFreePort()] as const;
  const start = (port: number, more = {}) => startServer({ dataDir, port, env: { ...settings, ...more } });
  const others: ServerProcess[] = [];
  const servers: [ServerProcess, ServerProcess] = [await start(ports[0]), await start(ports[1])];
  const worker: Process = await startWorker({ dataDir, env: settings });
  const people: Person[] = [];
  for (let n = 0; n < PEOPLE; n++) people.push(await register(servers[n % 2 === 0 ? 0 : 1], n));
  const api = (server: 0 | 1, person: number) => createApiClient(servers[server].url, people[person]?.token);
  const findGeneral = async (person: number) =>
    (await api(0, person).channel.listMyChannels({})).channels.find(
      ({ channel }) => channel?.name === "general",
    );
  // Whoever has registered is brought into it a moment later.
  for (const n of people.keys()) await vi.waitUntil(() => findGeneral(n), { timeout: 60_000 });
  const channelId = (await findGeneral(0))?.channel?.id ?? "";
  const watchers: Watcher[] = [];
  return {
    servers,
    people,
    api,
    channelId,
    async connect(server, person) {
      const watcher = await Watcher.connect(servers[server].url, people[person]?.token ?? "");
      watchers.push(watcher);
      await watcher.follows(channelId);
      return watcher;
    },
    async another(more) {
      const server = await start(await findFreePort(), more);
      others.push(server);
      return server;
    },
    async restart(server) {
      await servers[server].stop();
      servers[server] = await start(ports[server]);
    },
    async close() {
      for (const { client } of watchers) client.close();
      await Promise.all([...servers, ...others, worker].map((each) => each.stop()));
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function register({ url }: ServerProcess, n: number): Promise<Person> {
  const { auth } = createApiClient(url);
  const { sessionToken, account } = await auth.register({
    email: `person-${n}@example.org`,
    password: "a long enough password",
    name: `Person ${n}`,
    orgName: "Example",
  });
  return { userId: account?.userId ?? "", token: sessionToken };
}
