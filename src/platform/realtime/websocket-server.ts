import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type RawData, WebSocket, WebSocketServer } from "ws";
import type { SharedFrame } from "./frame.ts";
import { socketOf, writeFrames } from "./socket-writer.ts";

/** One WebSocket as the server uses it: whole binary messages in, frames made once out. */
export interface RealtimeSocket {
  /** Bytes that the operating system has not taken yet. */
  readonly buffered: number;
  write(frames: readonly SharedFrame[]): void;
  /** Lets what was written go out, says why and closes; whoever does not answer is cut off. */
  close(code: number, reason: string): void;
}

export interface SocketEvents {
  message(data: Buffer): void;
  text(): void;
  /** A ping or pong of the WebSocket protocol came. */
  alive(): void;
  drained(): void;
  /** The other side broke the WebSocket protocol or a limit; it is closed with this code after the call. */
  refused(code: number): void;
  closed(): void;
}

export interface WebSocketServerOptions {
  /** A longer message closes the connection. */
  readonly maxMessageBytes: number;
  /** How long to wait for the other side's part in closing. */
  readonly closeTimeoutMs: number;
}

/** Takes a WebSocket that was opened; answers who hears what happens to it. */
export type Accept = (socket: RealtimeSocket) => SocketEvents;

/** Turns upgrade requests into WebSockets. No compression: each frame is made once for all. */
export function createWebSocketServer(options: WebSocketServerOptions) {
  const settings = {
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: options.maxMessageBytes,
    // Known to the library, not yet to its types.
    closeTimeout: options.closeTimeoutMs,
    WebSocket: AnnouncingWebSocket,
  };
  const server = new WebSocketServer(settings);
  return {
    /** Refuses by an HTTP answer what is not a proper request for a WebSocket. */
    upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, accept: Accept): void {
      server.handleUpgrade(request, socket, head, (websocket) => listen(websocket, accept(wrap(websocket))));
    },
  };
}

/** Tells before it closes because of what the other side sent, while something can still be said. */
class AnnouncingWebSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    // Only `ws` itself closes with a code and without a reason, for a broken frame or limit.
    if (this.readyState === WebSocket.OPEN && code !== undefined && reason === undefined) {
      this.emit("refused", code);
    }
    super.close(code, reason);
  }
}

function wrap(websocket: WebSocket): RealtimeSocket {
  const socket = socketOf(websocket);
  return {
    get buffered() {
      return socket.writableLength;
    },
    write: (frames) => {
      if (websocket.readyState === WebSocket.OPEN) writeFrames(socket, frames);
    },
    close: (code, reason) => websocket.close(code, reason),
  };
}

function listen(websocket: WebSocket, events: SocketEvents): void {
  // What comes on a connection is in the scope of the request that opened it.
  const inRequest = AsyncLocalStorage.snapshot();
  websocket.on("message", (data: RawData, isBinary: boolean) => {
    if (isBinary) inRequest(() => events.message(data as Buffer));
    else events.text();
  });
  websocket.on("ping", () => events.alive());
  websocket.on("pong", () => events.alive());
  websocket.on("refused", (code: number) => events.refused(code));
  websocket.on("close", () => events.closed());
  // What is wrong was told by `refused`, and `closed` follows in any case.
  websocket.on("error", () => {});
  socketOf(websocket).on("drain", () => events.drained());
}
