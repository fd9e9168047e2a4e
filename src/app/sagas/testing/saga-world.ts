import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { type ApiClient, createApiClient } from "../../../../dev/client/api-client.ts";
import type { TestDatabase } from "../../../platform/postgres/testing/database.ts";
import { WorkerProcess } from "../../../platform/workflow/testing/worker-process.ts";
import type { Config } from "../../config.ts";
import { openProgram, type Program } from "../../program.ts";
import { createMigratedDatabase } from "../../testing/database.ts";
import { testConfig } from "../../testing/served-program.ts";
import type { Death, MortalOrders } from "./mortal-worker.ts";

export const PASSWORD = "tulips in the snow";
const worker = fileURLToPath(new URL("mortal-worker.ts", import.meta.url));

export interface Person {
  readonly id: string;
  readonly email: string;
  readonly api: ApiClient;
  readonly token: string;
}

/** Before and after each of these steps. */
export const deathsAt = (steps: readonly string[]): readonly Death[] =>
  steps.flatMap((step) => (["before", "after"] as const).map((when) => ({ step, when })));

/** A server that leaves all work to workers, which are processes of their own and may die. */
export class SagaWorld {
  readonly #database: TestDatabase;
  readonly #config: Config;
  readonly #workers: WorkerProcess[] = [];
  readonly sql: pg.Client;
  readonly server: Program;
  readonly url: string;

  private constructor(database: TestDatabase, config: Config, served: { server: Program; url: string }) {
    this.#database = database;
    this.#config = config;
    this.sql = new pg.Client(database.url);
    this.server = served.server;
    this.url = served.url;
  }

  static async open(settings: Partial<Config>): Promise<SagaWorld> {
    const database = await createMigratedDatabase();
    const config = testConfig({
      dataDir: await mkdtemp(join(tmpdir(), "chatter-sagas-")),
      databaseUrl: database.url,
      logLevel: "silent",
      rateLimit: { perSecond: 1_000, burst: 1_000 },
      ...settings,
    });
    const server = await openProgram(config);
    const { url } = await server.serve();
    const world = new SagaWorld(database, config, { server, url });
    await world.sql.connect();
    return world;
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((each) => each.stop("SIGKILL")));
    await this.server.stop();
    await this.sql.end();
    await this.#database.drop();
    await rm(this.#config.dataDir, { recursive: true });
  }

  async hire(orders: Omit<MortalOrders, "config"> = {}): Promise<WorkerProcess> {
    const hired = new WorkerProcess(worker, { config: this.#config, ...orders });
    this.#workers.push(hired);
    await hired.said("working");
    return hired;
  }

  /** One worker after the other dies before or after each step; the last one does what is left. */
  async workAndDie(steps: readonly string[], last: string): Promise<void> {
    await this.die(deathsAt(steps));
    const heir = await this.hire();
    await heir.said(last);
    await heir.stop();
  }

  /** One worker after the other dies as told, and the next one takes up what it left. */
  async die(deaths: readonly Death[], orders: Pick<MortalOrders, "refuses"> = {}): Promise<void> {
    for (const dieAt of deaths) {
      const victim = await this.hire({ dieAt, ...orders });
      await victim.died();
      await this.#leaseEnds();
    }
  }

  /** The service as somebody calls it who is not signed in. */
  get stranger(): ApiClient {
    return createApiClient(this.url);
  }

  /** The resources on which the person has a relation. */
  async rightsOf({ id }: Person): Promise<readonly string[]> {
    const { rows } = await this.sql.query<{ resource: string }>(
      "select resource from authz.relation_tuples where subject = $1",
      [`user:${id}`],
    );
    return rows.map(({ resource }) => resource);
  }

  async register(name: string, rest: { orgName?: string } = {}): Promise<Person> {
    const email = `${name.toLowerCase()}@example.org`;
    const { account, sessionToken } = await createApiClient(this.url).auth.register({
      ...{ email, password: PASSWORD, name },
      ...rest,
    });
    const api = createApiClient(this.url, sessionToken);
    return { id: account?.userId ?? "", email, api, token: sessionToken };
  }

  /** As if the time had passed for which a run is its dead worker's. */
  async #leaseEnds(): Promise<void> {
    await this.sql.query("update workflow.runs set due_at = now() where state = 'running'");
    await this.sql.query("update events.deliveries set due_at = now() where status = 'pending'");
  }
}
