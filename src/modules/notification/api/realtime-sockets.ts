import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { credentialsOf } from "../../../platform/http/credentials.ts";
import type { Asker } from "../../../platform/http/plain-routes.ts";
import { createWebSocketServer } from "../../../platform/realtime/websocket-server.ts";
import { MAX_FRAME_BYTES } from "./client-frames.ts";
import { type SessionDeps, SocketSession } from "./socket-session.ts";

const CLOSE_TIMEOUT_MS = 2_000;
const UNAVAILABLE = "HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";

/** All WebSockets of this server. */
export interface RealtimeSockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, asker: Asker): void;
  /** Takes no more, ends those that are left, and waits until all are closed: a few seconds at most. */
  stop(): Promise<void>;
}

export function createRealtimeSockets(deps: Omit<SessionDeps, "over">): RealtimeSockets {
  const sessions = new Set<SocketSession>();
  const server = createWebSocketServer({
    maxMessageBytes: MAX_FRAME_BYTES,
    closeTimeoutMs: CLOSE_TIMEOUT_MS,
  });
  const stopped = Promise.withResolvers<void>();
  let stopping = false;

  const over = (session: SocketSession): void => {
    sessions.delete(session);
    if (stopping && sessions.size === 0) stopped.resolve();
  };

  return {
    upgrade(request, socket, head, asker) {
      if (stopping) {
        socket.end(UNAVAILABLE);
        return;
      }
      // Without another site's cookies, and without the request itself, which a connection outlives.
      const shown = credentialsOf(headerOf(request), asker.info);
      server.upgrade(request, socket, head, (accepted) => {
        const session = new SocketSession({ ...deps, over }, accepted, shown);
        sessions.add(session);
        return session;
      });
    },
    async stop() {
      stopping = true;
      if (sessions.size === 0) return;
      for (const session of [...sessions]) {
        session.end({ reason: "shutting_down", message: "The server is restarting; connect again." });
      }
      await stopped.promise;
    },
  };
}

function headerOf(request: IncomingMessage): (name: string) => string | undefined {
  return (name) => {
    const value = request.headers[name];
    return Array.isArray(value) ? value.join(", ") : value;
  };
}
