import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ApiClient, createApiClient } from "../../dev/client/api-client.ts";
import { findFreePort, type ServerProcess, startServer } from "../../dev/server/server-process.ts";
import {
  startPushService,
  type TestBrowser,
  type TestPushService,
} from "../../src/modules/notification/testing/push/push-service.ts";

let dataDir: string;
let service: TestPushService;
let server: ServerProcess;
let start: () => Promise<ServerProcess>;

beforeAll(async () => {
  service = await startPushService();
  dataDir = await mkdtemp(join(tmpdir(), "chatter-pushes-"));
  const trusted = join(dataDir, "push-service.pem");
  await writeFile(trusted, service.certificate);
  const port = await findFreePort();
  const env = { REGISTRATION: "open", OUTWARD_ALLOWED: "127.0.0.1/32", NODE_EXTRA_CA_CERTS: trusted };
  start = () => startServer({ dataDir, port, env });
  server = await start();
});
afterAll(async () => {
  await server.stop();
  await service.close();
  await rm(dataDir, { recursive: true, force: true });
});

const MESSAGES = 60;

async function register(name: string): Promise<{ readonly id: string; readonly token: string }> {
  const { account, sessionToken } = await createApiClient(server.url).auth.register({
    ...{ email: `${name}@example.org`, password: "a long enough password", name, orgName: "Example" },
  });
  return { id: account?.userId ?? "", token: sessionToken };
}

async function addBrowser({ push }: ApiClient): Promise<TestBrowser> {
  const browser = service.browser();
  const { endpoint, p256dh, auth } = browser;
  await push.addPushDevice({ endpoint, p256dh, auth, language: "en" });
  return browser;
}

const textsOf = ({ pushes }: TestBrowser) => pushes.map(({ message }) => String(message["text"]));

describe("a server that is killed in the middle of a burst of pushes", () => {
  it("has told every device of everything in the end, and doubled only what it was doing when it died", {
    timeout: 120_000,
  }, async () => {
    const [writer, reader] = [await register("writer"), await register("reader")];
    const reading = createApiClient(server.url, reader.token);
    const browsers = [await addBrowser(reading), await addBrowser(reading)];
    const writing = createApiClient(server.url, writer.token);
    const { channel } = await writing.channel.openDirect({ userIds: [reader.id] });
    const channelId = channel?.id ?? "";
    const texts = Array.from({ length: MESSAGES }, (_, n) => `number ${n}`);
    for (const text of texts)
      await writing.message.sendMessage({ channelId, clientId: crypto.randomUUID(), text });
    await browsers[0]?.push(MESSAGES / 3);
    await server.kill();
    server = await start();

    for (const browser of browsers) {
      await expect.poll(() => new Set(textsOf(browser)), { timeout: 90_000 }).toEqual(new Set(texts));
      const ids = browser.pushes.map(({ message }) => message["id"]);
      // Of those under way at once, which the device recognises by their id.
      expect(ids.length - new Set(ids).size).toBeLessThanOrEqual(8);
      expect(new Set(ids).size).toBe(MESSAGES);
    }
    const { deliveries } = await createApiClient(server.url, reader.token).push.listDeliveries({});
    expect(deliveries.filter(({ reason }) => reason !== "")).toEqual([]);
  });
});
