import { connect } from "node:net";
import { onTestFinished } from "vitest";
import type { Actor } from "../../../kernel/actor.ts";
import { createLog } from "../../log/log.ts";
import { createMetrics } from "../../telemetry/metrics.ts";
import type { Credentials } from "../credentials.ts";
import { createHttpServer, type HttpServerOptions } from "../server.ts";

export const ada: Actor = {
  userId: "usr_000000000000000000000000Ada" as Actor["userId"],
  orgId: "org_0000000000000000000000000Org" as Actor["orgId"],
  scope: "full",
};

/** Everybody with this header is Ada; with `Bearer reader` she may only read. */
export const asAda = { authorization: "Bearer ada" };

async function authenticateAda({ authorization, cookie }: Credentials): Promise<Actor | undefined> {
  if (authorization === "Bearer reader") return { ...ada, scope: "read" };
  return authorization === asAda.authorization || cookie === "chatter_session=ada" ? ada : undefined;
}

/** A server on a free port, closed when the test is over, and what it has logged. */
export async function serve(options: Partial<HttpServerOptions> = {}) {
  const logged: Record<string, unknown>[] = [];
  const log = createLog({
    level: "debug",
    destination: { write: (line) => logged.push(JSON.parse(line) as Record<string, unknown>) },
  });
  const server = createHttpServer({
    routes: () => undefined,
    authenticate: authenticateAda,
    log,
    metrics: createMetrics(),
    publicUrl: "http://localhost",
    trustedProxies: 0,
    ...options,
  });
  const { url, port } = await server.listen(0, "127.0.0.1");
  onTestFinished(() => server.close(0));
  return { server, url, port, logged };
}

/** Writes these bytes, in pieces, and answers all that comes back until the server closes the connection. */
export async function exchange(port: number, ...pieces: readonly string[]): Promise<string> {
  let received = "";
  const socket = connect(port, "127.0.0.1");
  socket.on("data", (chunk) => {
    received += chunk.toString("latin1");
  });
  // A reset is one of the ways to close it.
  socket.on("error", () => undefined);
  const closed = new Promise((resolve) => socket.once("close", resolve));
  for (const piece of pieces) {
    socket.write(piece, "latin1");
    await new Promise((resolve) => setImmediate(resolve));
  }
  await closed;
  return received;
}
