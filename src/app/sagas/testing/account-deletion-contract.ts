import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ApiClient, createApiClient } from "../../../../dev/client/api-client.ts";
import type { TestDatabase } from "../../../platform/postgres/testing/database.ts";
import { refusalOf } from "../../../platform/rpc/testing/refusal.ts";
import { WorkerProcess } from "../../../platform/workflow/testing/worker-process.ts";
import type { Config } from "../../config.ts";
import { openProgram, type Program } from "../../program.ts";
import { createMigratedDatabase } from "../../testing/database.ts";
import type { MortalOrders } from "./mortal-worker.ts";

const PASSWORD = "tulips in the snow";
const STEPS = ["forgetProfile", "leaveChannels", "eraseMessages", "forgetStream"];
const DEATHS = STEPS.flatMap((step) => (["before", "after"] as const).map((when) => ({ step, when })));
const worker = fileURLToPath(new URL("mortal-worker.ts", import.meta.url));

interface Person {
  readonly id: string;
  readonly api: ApiClient;
}

let database: TestDatabase;
let sql: pg.Client;
let config: Config;
/** Serves, and leaves all work to workers. */
let server: Program;
let url: string;
let ada: Person;
let general: string;
const workers: WorkerProcess[] = [];

async function openWorld(settings: Partial<Config>): Promise<void> {
  database = await createMigratedDatabase();
  sql = new pg.Client(database.url);
  await sql.connect();
  config = {
    host: "127.0.0.1",
    port: 0,
    publicUrl: "http://localhost",
    dataDir: await mkdtemp(join(tmpdir(), "chatter-deletion-")),
    databaseUrl: database.url,
    registration: "open",
    mail: { from: "Chatter <chatter@localhost>" },
    logLevel: "silent",
    trustedProxies: 0,
    rateLimit: { perSecond: 1_000, burst: 1_000 },
    ...settings,
  };
  server = await openProgram(config);
  ({ url } = await server.serve());
  const worker = await hire();
  ada = await register("Ada", { orgName: "Engines" });
  const { channels } = await ada.api.channel.listMyChannels({});
  general = channels.find(({ channel }) => channel?.name === "general")?.channel?.id ?? "";
  await worker.stop();
}

async function closeWorld(): Promise<void> {
  await Promise.all(workers.map((each) => each.stop("SIGKILL")));
  await server.stop();
  await sql.end();
  await database.drop();
  await rm(config.dataDir, { recursive: true });
}

async function hire(orders: Omit<MortalOrders, "config"> = {}): Promise<WorkerProcess> {
  const hired = new WorkerProcess(worker, { config, ...orders });
  workers.push(hired);
  await hired.said("working");
  return hired;
}

async function register(name: string, rest: { orgName?: string } = {}): Promise<Person> {
  const email = `${name.toLowerCase()}@example.org`;
  const { account, sessionToken } = await createApiClient(url).auth.register({
    ...{ email, password: PASSWORD, name },
    ...rest,
  });
  return { id: account?.userId ?? "", api: createApiClient(url, sessionToken) };
}

/** Somebody who has left traces everywhere. */
async function settle(name: string): Promise<Person> {
  const person = await register(name);
  const { channel, message, user } = person.api;
  await user.updateProfile({ title: "Countess" });
  const { channel: direct } = await channel.openDirect({ userIds: [ada.id] });
  for (const channelId of [general, direct?.id ?? ""]) {
    await message.sendMessage({
      channelId,
      clientId: `${name} in ${channelId}`,
      text: `a secret of ${name}`,
    });
  }
  await message.saveDraft({ channelId: general, text: `an idea of ${name}` });
  return person;
}

/** Where a text or the person's name can still be read, in the whole database. */
async function traces(name: string): Promise<readonly string[]> {
  const { rows } = await sql.query<{ place: string }>(
    `select 'profile' as place from users.users where name ilike $1 or handle ilike $1 or title = 'Countess'
     union all select 'account' from auth.accounts where email ilike $1
     union all select 'message' from message.messages where body ilike $1
     union all select 'draft' from message.drafts where body ilike $1
     union all select 'log' from stream.entries where position(convert_to($2, 'UTF8') in entry) > 0`,
    [`%${name}%`, `of ${name}`],
  );
  return rows.map(({ place }) => place);
}

async function rightsOf({ id }: Person): Promise<readonly string[]> {
  const { rows } = await sql.query<{ resource: string }>(
    "select resource from authz.relation_tuples where subject = $1",
    [`user:${id}`],
  );
  return rows.map(({ resource }) => resource);
}

/** As if the time had passed for which a run is its dead worker's. */
async function leaseEnds(): Promise<void> {
  await sql.query("update workflow.runs set due_at = now() where state = 'running'");
  await sql.query("update events.deliveries set due_at = now() where status = 'pending'");
}

/** What deleting an account promises, whatever runs the saga and whatever is killed. */
export function describeAccountDeletion(by: string, settings: () => Promise<Partial<Config>>): void {
  beforeAll(async () => openWorld(await settings()), 120_000);
  afterAll(closeWorld);

  describe(`deleting an account ${by}`, () => {
    it("leaves nothing of the person, though workers are killed before and after every step of it", {
      timeout: 240_000,
    }, async () => {
      const worker = await hire();
      const byron = await settle("Byron");
      await worker.stop();
      expect(new Set(await traces("Byron"))).toEqual(
        new Set(["profile", "account", "message", "draft", "log"]),
      );

      await byron.api.auth.deleteAccount({ password: PASSWORD });
      expect(await refusalOf(byron.api.auth.getSession({}))).toBe("UNAUTHENTICATED");
      for (const dieAt of DEATHS) {
        const victim = await hire({ dieAt });
        await victim.died();
        await leaseEnds();
      }
      const heir = await hire();
      await heir.said("forgetStream");
      await heir.stop();

      expect(await traces("Byron")).toEqual([]);
      expect(await rightsOf(byron)).toEqual([]);
      const { users } = await ada.api.user.getUsers({ userIds: [byron.id] });
      expect(users).toMatchObject([{ name: "Deleted account", deactivated: true }]);
    });
  });
}
