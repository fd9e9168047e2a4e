import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { Log } from "../log/log.ts";
import type { Asker } from "./plain-routes.ts";

/** Takes a connection over that asks for a WebSocket, and closes it some day. */
export type UpgradeHandler = (
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  asker: Asker,
) => Promise<void> | void;

export type Upgrader = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

const NOT_FOUND = "HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

export function createUpgrader(
  handlers: Readonly<Record<string, UpgradeHandler>>,
  log: Log,
  askerOf: (request: IncomingMessage) => Asker,
): Upgrader {
  const byPath = new Map(Object.entries(handlers));
  return (request, socket, head) => {
    // From here on no HTTP server looks after the connection.
    socket.on("error", () => socket.destroy());
    const handler = byPath.get((request.url ?? "").split("?", 1)[0] ?? "");
    if (handler === undefined) {
      socket.end(NOT_FOUND);
      return;
    }
    const asker = askerOf(request);
    Promise.try(handler, request, socket, head, asker).catch((error: unknown) => {
      log.error({ requestId: asker.info.requestId, err: error }, "an upgrade failed");
      socket.destroy();
    });
  };
}
