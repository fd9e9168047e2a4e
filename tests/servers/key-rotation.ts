import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApiClient } from "../../dev/client/api-client.ts";
import { findFreePort, type ServerProcess, startServer } from "../../dev/server/server-process.ts";

const ctl = fileURLToPath(new URL("../../cmd/ctl.ts", import.meta.url));
const run = promisify(execFile);

/** What `node cmd/ctl.ts secrets …` prints. */
export async function operate(command: string, env: Readonly<Record<string, string>>): Promise<string> {
  const variables = { ...process.env, LOG_LEVEL: "error", ...env };
  return (await run(process.execPath, [ctl, "secrets", command], { env: variables })).stdout;
}

export interface RotationWorld {
  readonly settings: Readonly<Record<string, string>>;
  /** Of each server, so that nothing is shared but what an operator would share. */
  readonly dataDirs: readonly [string, string];
  /** Takes away what holds the key. */
  loseKey(): Promise<void>;
}

interface Status {
  readonly current: string;
  readonly secrets: Readonly<Record<string, number>>;
}

/** Two servers, while an operator exchanges the key by which their secrets are encrypted. */
export function describeKeyRotation(name: string, open: (folder: string) => Promise<RotationWorld>): void {
  describe(`the keys of two servers ${name}`, () => {
    let folder: string;
    let world: RotationWorld;
    let servers: readonly ServerProcess[];
    let session: string;

    const start = async (dataDir: string) =>
      startServer({ dataDir, port: await findFreePort(), env: world.settings });
    const secrets = (command: string) => operate(command, { ...world.settings, DATA_DIR: world.dataDirs[0] });
    const issue = async (url: string) =>
      (await createApiClient(url, session).auth.createAccessToken({})).accessToken;
    const everybodyAccepts = async (tokens: readonly string[]) => {
      for (const { url } of servers)
        for (const token of tokens) await createApiClient(url, token).auth.getSession({});
    };
    const issuedEverywhere = () => Promise.all(servers.map(({ url }) => issue(url)));

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "chatter-rotation-"));
      world = await open(folder);
      const first = await start(world.dataDirs[0]);
      servers = [first, await start(world.dataDirs[1])];
      const person = { email: "ada@example.org", password: "a long enough password", name: "Ada" };
      const { auth } = createApiClient(first.url);
      session = (await auth.register({ ...person, orgName: "Example" })).sessionToken;
    }, 120_000);
    afterAll(async () => {
      for (const server of servers ?? []) await server.stop();
      await rm(folder, { recursive: true, force: true });
    });

    it("can be exchanged while both go on, and all access tokens stay valid", {
      timeout: 120_000,
    }, async () => {
      const before = await issuedEverywhere();
      await everybodyAccepts(before);
      expect(await secrets("rotate")).toMatch(
        /^The key \w+ 2 encrypts from now on\. Secrets encrypted anew: [23]\.$/m,
      );
      const after = await issuedEverywhere();
      await everybodyAccepts([...before, ...after]);
      const { current, secrets: counts } = JSON.parse(await secrets("status")) as Status;
      expect(current).toMatch(/ 2$/);
      // What signed before, what signs now, and what pushes are signed with.
      expect(counts).toEqual({ [current]: 3 });
      await secrets("forget");
      await everybodyAccepts([...before, ...after, ...(await issuedEverywhere())]);
      // What they have read once they need no more.
      await world.loseKey();
      await everybodyAccepts(await issuedEverywhere());
    });
  });
}
