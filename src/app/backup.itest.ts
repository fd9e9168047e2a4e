import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Code } from "@connectrpc/connect";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createApiClient } from "../../dev/client/api-client.ts";
import { parseId } from "../kernel/ids.ts";
import { makeBackup, restoreBackup } from "./backup.ts";
import type { Config } from "./config.ts";
import { openProgram, type Program } from "./program.ts";
import { testConfig } from "./testing/served-program.ts";

const OWNER = { email: "ada@example.org", password: "a long enough password" };
let folder: string;
let config: Config;
let program: Program | undefined;
let url: string;

/** With the database that it starts itself. */
async function serve(): Promise<void> {
  program = await openProgram(config);
  await program.work();
  ({ url } = await program.serve());
}

async function stop(): Promise<void> {
  await program?.stop();
  program = undefined;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "chatter-installation-"));
  config = testConfig({ dataDir: folder, logLevel: "silent" });
  await serve();
});

afterEach(async () => {
  await stop();
  await rm(folder, { recursive: true, force: true });
});

async function talk(token: string) {
  const { channel, message } = createApiClient(url, token);
  // Those who register are brought into it a moment later.
  const channelId = await vi.waitFor(async () => {
    const { channels } = await channel.listMyChannels({});
    return parseId("chn", channels[0]?.channel?.id ?? "");
  });
  return {
    say: (text: string) => message.sendMessage({ channelId, clientId: text, text }),
    async read() {
      const { messages } = await message.listMessages({ channelId, limit: 50 });
      return messages.map(({ text }) => text);
    },
  };
}

it("keeps an installation that people use, and brings back how it was", async () => {
  const { auth } = createApiClient(url);
  const { sessionToken } = await auth.register({ ...OWNER, name: "Ada", orgName: "Analysts" });
  const before = await talk(sessionToken);
  await before.say("kept");
  const file = await makeBackup(config);
  await before.say("said after the backup");

  await expect(restoreBackup(config, file)).rejects.toThrow(/Another program/);
  await stop();
  await restoreBackup(config, file);
  await serve();

  await expect(createApiClient(url, sessionToken).channel.listMyChannels({})).rejects.toMatchObject({
    code: Code.Unauthenticated,
  });
  const again = await createApiClient(url).auth.login(OWNER);
  const after = await talk(again.sessionToken);
  expect(await after.read()).toEqual(["kept"]);
  await after.say("and goes on");
  expect(await after.read()).toEqual(["kept", "and goes on"]);
  expect(await readdir(join(folder, "backups"))).toHaveLength(1);
});
