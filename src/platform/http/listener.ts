import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { Http2Server, Http2ServerRequest } from "node:http2";
import { constants, createServer as createHttp2Server, type ServerHttp2Session } from "node:http2";
import type { AddressInfo, Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { HttpLimits } from "./limits.ts";
import { splitProtocol } from "./protocol-split.ts";

export interface ListenerOptions {
  readonly limits: HttpLimits;
  onRequest(request: IncomingMessage, response: ServerResponse): void;
  /** A WebSocket is asked for. The connection is the handler's from then on. */
  onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  onError(error: Error): void;
}

/** One port for HTTP/1.1, WebSockets, and HTTP/2 without TLS as gRPC clients speak it. */
export interface Listener {
  listen(port: number, host: string): Promise<AddressInfo>;
  connections(): number;
  /** Accepts nothing more, finishes what is in flight, and cuts what is left at the deadline. */
  close(deadlineMs: number): Promise<void>;
}

export function createListener(options: ListenerOptions): Listener {
  const { limits } = options;
  const open: Connections = { sockets: new Set(), silent: new Set(), sessions: new Set(), closing: false };
  const onRequest = (request: IncomingMessage, response: ServerResponse) => {
    settleErrors(request, response);
    leaveWhenClosing(http1, open, request, response);
    options.onRequest(request, response);
  };
  const http1 = createHttp1(limits, onRequest);
  const http2 = createHttp2(limits, open, onRequest);
  http1.on("upgrade", options.onUpgrade);
  http1.on("error", options.onError);
  serveBoth(http1, http2, limits, open);
  return {
    async listen(port, host) {
      http1.listen({ port, host });
      await once(http1, "listening");
      return http1.address() as AddressInfo;
    },
    connections: () => open.sockets.size,
    close: (deadlineMs) => close(http1, open, deadlineMs),
  };
}

interface Connections {
  readonly sockets: Set<Socket>;
  /** Those among them that have not said yet what they speak. */
  readonly silent: Set<Socket>;
  readonly sessions: Set<ServerHttp2Session>;
  closing: boolean;
}

type OnRequest = (request: IncomingMessage, response: ServerResponse) => void;

function createHttp1(limits: HttpLimits, onRequest: OnRequest): Server {
  const server = createServer(
    {
      maxHeaderSize: limits.headerBytes,
      headersTimeout: limits.headersMs,
      requestTimeout: limits.requestMs,
      keepAliveTimeout: limits.idleMs,
      connectionsCheckingInterval: Math.min(limits.headersMs, 5_000),
      // Clients that offer HTTP/2 as an upgrade are content with HTTP/1.1.
      shouldUpgradeCallback: ({ headers }) => headers.upgrade?.toLowerCase() === "websocket",
    },
    onRequest,
  );
  server.maxConnections = limits.connections;
  return server;
}

function createHttp2(limits: HttpLimits, open: Connections, onRequest: OnRequest): Http2Server {
  const server = createHttp2Server(
    {
      settings: { maxConcurrentStreams: limits.streamsPerConnection, maxHeaderListSize: limits.headerBytes },
    },
    (request, response) => {
      limitReceiving(request, limits.requestMs);
      // The compatibility API exists so that one handler serves both versions; the types do not know.
      onRequest(request as unknown as IncomingMessage, response as unknown as ServerResponse);
    },
  );
  server.on("session", (session) => {
    open.sessions.add(session);
    session.once("close", () => open.sessions.delete(session));
    session.setTimeout(limits.idleMs, () => session.close());
  });
  return server;
}

/** HTTP/1.1 has this built in. */
function limitReceiving(request: Http2ServerRequest, requestMs: number): void {
  const timer = setTimeout(() => request.stream.close(constants.NGHTTP2_CANCEL), requestMs);
  const stop = () => clearTimeout(timer);
  request.once("end", stop).once("close", stop);
}

/**
 * The HTTP/1.1 server listens, because its timeouts run only while it does, but looks at each
 * connection before it takes it.
 */
function serveBoth(http1: Server, http2: Http2Server, limits: HttpLimits, open: Connections): void {
  const serveHttp1 = http1.listeners("connection");
  http1.removeAllListeners("connection");
  http1.on("connection", (socket: Socket) => {
    open.sockets.add(socket);
    open.silent.add(socket);
    socket.once("close", () => {
      open.sockets.delete(socket);
      open.silent.delete(socket);
    });
    splitProtocol(socket, limits.headersMs, (version) => {
      open.silent.delete(socket);
      if (version === "http2") http2.emit("connection", socket);
      else for (const serve of serveHttp1) serve.call(http1, socket);
    });
  });
}

/** Whoever hangs up is noticed by the handler that reads or writes; nobody else needs to know. */
function settleErrors(request: IncomingMessage, response: ServerResponse): void {
  request.on("error", () => undefined);
  response.on("error", () => undefined);
}

/** A connection is not used again once the server closes; HTTP/2 has been told with GOAWAY. */
function leaveWhenClosing(
  http1: Server,
  open: Connections,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (request.httpVersionMajor !== 1) return;
  if (open.closing) response.setHeader("connection", "close");
  response.once("close", () => {
    if (open.closing) http1.closeIdleConnections();
  });
}

async function close(http1: Server, open: Connections, deadlineMs: number): Promise<void> {
  open.closing = true;
  const closed = once(http1, "close");
  http1.close();
  for (const socket of open.silent) socket.destroy();
  for (const session of open.sessions) session.close();
  const deadline = setTimeout(() => {
    for (const socket of open.sockets) socket.destroy();
  }, deadlineMs);
  await closed;
  clearTimeout(deadline);
}
