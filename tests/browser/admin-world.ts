import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { readEnvironment } from "../../cmd/environment.ts";
import { type ApiClient, createApiClient } from "../../dev/client/api-client.ts";
import { findFreePort } from "../../dev/server/server-process.ts";
import { openProgram } from "../../src/app/program.ts";
import { createMigratedDatabase } from "../../src/app/testing/database.ts";
import type { EventId } from "../../src/kernel/ids.ts";
import { launch, PASSWORD, type ViewOptions, viewOf } from "./world.ts";

/** The program with a consumer that can be broken, and an owner who looks at it with a browser. */
export interface AdminWorld {
  readonly owner: ApiClient;
  /** While it is so the consumer handles nothing. */
  broken: boolean;
  /** How many events the consumer has handled. */
  readonly handled: () => number;
  /** Somebody else who registers. */
  register(name: string): Promise<ApiClient>;
  /** Has the owner's profile changed, and what the consumer could not do about it parked. */
  parkProfileChange(): Promise<void>;
  open(path: string, view?: ViewOptions): Promise<Page>;
  close(): Promise<void>;
}

export const CONSUMER = "printing.print-badge";

export async function createAdminWorld(): Promise<AdminWorld> {
  const dataDir = await mkdtemp(join(tmpdir(), "chatter-admin-"));
  const [database, browser, port] = await Promise.all([createMigratedDatabase(), launch(), findFreePort()]);
  const { url: DATABASE_URL } = database;
  const environment = { PORT: String(port), DATA_DIR: dataDir, DATABASE_URL, LOG_LEVEL: "silent" };
  const program = await openProgram(readEnvironment({ ...environment, REGISTRATION: "open" }));
  const { bus } = program.engines;
  const [failed, handled]: [EventId[], EventId[]] = [[], []];
  const register = async (name: string) => {
    const email = `${name.toLowerCase()}@example.org`;
    const wish = { email, password: PASSWORD, name, orgName: "Example" };
    const { sessionToken } = await createApiClient(url).auth.register(wish);
    return { token: sessionToken, api: createApiClient(url, sessionToken) };
  };
  bus.register({
    subscriber: CONSUMER,
    type: "chatter.user.events.v1.ProfileChanged",
    async handle({ id }) {
      if (world.broken) {
        failed.push(id);
        throw new Error("the printer is out of paper");
      }
      handled.push(id);
    },
  });
  await program.work();
  const { url } = await program.serve();
  const ada = await register("Ada");

  const world: AdminWorld = {
    owner: ada.api,
    broken: false,
    handled: () => handled.length,
    register: async (name) => (await register(name)).api,
    async parkProfileChange() {
      world.broken = true;
      failed.length = 0;
      await ada.api.user.updateProfile({ title: "Head of badges" });
      await expect.poll(() => failed.length).toBeGreaterThan(0);
      const [event] = failed;
      await expect.poll(() => event && bus.operation.park(event, CONSUMER)).toBe(true);
    },
    async open(path, view = {}) {
      const context = await browser.newContext({ ...viewOf(view), baseURL: url });
      const cookie = { name: "chatter_session", value: ada.token, url, httpOnly: true };
      await context.addCookies([{ ...cookie, sameSite: "Lax" }]);
      const page = await context.newPage();
      await page.goto(path);
      return page;
    },
    async close() {
      await browser.close();
      await program.stop();
      await database.drop();
      await rm(dataDir, { recursive: true });
    },
  };
  return world;
}
