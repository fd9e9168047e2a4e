import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { DomainError } from "../../kernel/errors.ts";
import type { Log } from "../log/log.ts";
import { inScope } from "../log/scope.ts";
import { addressKey, type RateLimiter, spend } from "../rpc/rate-limit.ts";
import type { Asker } from "./plain-routes.ts";

/** Takes a connection over that asks for a WebSocket, and closes it some day. */
export type UpgradeHandler = (
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
  asker: Asker,
) => Promise<void> | void;

export type Upgrader = (request: IncomingMessage, socket: Duplex, head: Buffer) => void;

export interface UpgraderOptions {
  readonly handlers: Readonly<Record<string, UpgradeHandler>>;
  readonly addresses: RateLimiter;
  readonly log: Log;
  askerOf(request: IncomingMessage): Asker;
}

export function createUpgrader({ handlers, addresses, log, askerOf }: UpgraderOptions): Upgrader {
  const byPath = new Map(Object.entries(handlers));
  return (request, socket, head) => {
    // From here on no HTTP server looks after the connection.
    socket.on("error", () => socket.destroy());
    const handler = byPath.get((request.url ?? "").split("?", 1)[0] ?? "");
    if (handler === undefined) {
      socket.end(refusal("404 Not Found"));
      return;
    }
    const asker = askerOf(request);
    const take = async () => {
      await spend(addresses, addressKey(asker.info.address));
      await handler(request, socket, head, asker);
    };
    inScope({ requestId: asker.info.requestId }, take).catch((error: unknown) => {
      if (error instanceof DomainError && error.kind === "exhausted") {
        socket.end(refusal("429 Too Many Requests"));
        return;
      }
      log.error({ requestId: asker.info.requestId, err: error }, "an upgrade failed");
      socket.destroy();
    });
  };
}

function refusal(status: string): string {
  return `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
}
