import { createServer, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, it } from "vitest";
import { createLog } from "../../platform/log/log.ts";
import type { Config } from "../config.ts";
import { openProgram } from "../program.ts";
import { createMigratedDatabase } from "../testing/database.ts";
import { testConfig } from "../testing/served-program.ts";
import { checkAddress } from "./check-address.ts";

const undo: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

interface Proxy {
  readonly port: number;
  /** Where it passes requests on to. */
  target: number;
}

interface Manners {
  readonly host?: (asked: string) => string;
  readonly forwards?: boolean;
  readonly upgrades?: boolean;
}

/** A reverse proxy as an operator would set it up, with the mistakes that are asked for. */
async function startProxy({
  host = (asked) => asked,
  forwards = true,
  upgrades = true,
}: Manners): Promise<Proxy> {
  const proxy = { port: 0, target: 0 };
  const pass = (from: IncomingMessage) => {
    const seen = from.headers["x-forwarded-for"];
    const client = [seen, from.socket.remoteAddress].filter((it) => it !== undefined).join(", ");
    const headers = { ...from.headers, host: host(from.headers.host ?? "") };
    const told = forwards ? { "x-forwarded-for": client, "x-forwarded-proto": "http" } : {};
    return request({
      port: proxy.target,
      method: from.method,
      path: from.url,
      headers: { ...headers, ...told },
    });
  };
  const server: Server = createServer((from, to) => {
    from.pipe(
      pass(from).on("response", (answer) =>
        answer.pipe(to.writeHead(answer.statusCode ?? 0, answer.headers)),
      ),
    );
  });
  if (upgrades) {
    server.on("upgrade", (from, socket) => {
      pass(from)
        .on("upgrade", ({ rawHeaders }, other) => {
          const lines = rawHeaders.map((part, index) => part + (index % 2 === 0 ? ": " : "\r\n"));
          socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join("")}\r\n`);
          other.pipe(socket).pipe(other);
        })
        .on("response", ({ statusCode }) => socket.end(`HTTP/1.1 ${statusCode} No\r\n\r\n`))
        .end();
    });
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.2", resolve));
  undo.push(
    async () => server.closeAllConnections(),
    async () => server.close(),
  );
  return Object.assign(proxy, { port: (server.address() as AddressInfo).port });
}

/** What the doctor says of an installation behind the proxy. */
async function examine(manners: Manners, settings: Partial<Config> = {}) {
  const proxy = await startProxy(manners);
  const database = await createMigratedDatabase();
  const config = testConfig({
    dataDir: "/nowhere",
    databaseUrl: database.url,
    publicUrl: `http://127.0.0.2:${proxy.port}`,
    trustedProxies: 1,
    ...settings,
  });
  const program = await openProgram(config, { log: createLog({ level: "silent" }) });
  undo.push(database.drop, program.stop);
  const { port } = await program.serve();
  proxy.target = port;
  const findings = await checkAddress({ ...config, port });
  return findings.filter(({ state }) => state !== "fine").map(({ what }) => what);
}

const PLAIN = /is not encrypted/;

it("finds nothing but the missing TLS behind a proxy that is set up well", async () => {
  expect(await examine({})).toEqual([expect.stringMatching(PLAIN)]);
});

it("tells of a proxy that does not pass the host on", async () => {
  expect(await examine({ host: () => "backend" })).toEqual([
    expect.stringMatching(PLAIN),
    expect.stringMatching(/asked for backend/),
  ]);
});

it("tells of a proxy that passes no WebSockets", async () => {
  expect(await examine({ upgrades: false })).toEqual([
    expect.stringMatching(PLAIN),
    "WebSockets do not pass the proxy: nothing is live.",
  ]);
});

it("tells when an address that a client invents is believed", async () => {
  expect(await examine({}, { trustedProxies: 2 })).toEqual([
    expect.stringMatching(PLAIN),
    "An address that a client invents in X-Forwarded-For is believed.",
  ]);
});

it("tells when the address leads elsewhere, and what else has the port", async () => {
  const other = createServer((_, response) => response.end("somebody else"));
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  undo.push(async () => other.close());
  const { port } = other.address() as AddressInfo;
  const findings = await checkAddress(testConfig({ dataDir: "/nowhere", port }));
  expect(findings).toEqual([expect.objectContaining({ what: `Port ${port} is taken by something else.` })]);
});
