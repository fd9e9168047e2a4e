import type { Socket } from "node:net";

/** With these bytes a client begins HTTP/2 without having asked (RFC 9113, 3.4); no HTTP/1 request can. */
const PREFACE = Buffer.from("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");

export type HttpVersion = "http1" | "http2";

/**
 * Waits for the first bytes of a connection and hands it on with all of them. A connection that does
 * not say in time what it speaks is closed.
 */
export function splitProtocol(socket: Socket, timeoutMs: number, take: (version: HttpVersion) => void): void {
  let seen = Buffer.alloc(0);
  const look = (chunk: Buffer) => {
    seen = Buffer.concat([seen, chunk]);
    const length = Math.min(seen.byteLength, PREFACE.byteLength);
    const possible = seen.subarray(0, length).equals(PREFACE.subarray(0, length));
    if (possible && length < PREFACE.byteLength) return;
    socket.off("data", look);
    socket.off("timeout", tooLate);
    socket.setTimeout(0);
    socket.pause();
    socket.unshift(seen);
    take(possible ? "http2" : "http1");
    // HTTP/2 fetches what was read before by itself.
    if (!possible) socket.resume();
  };
  const tooLate = () => socket.destroy();
  socket.setTimeout(timeoutMs, tooLate);
  // A client may leave before any server listens for it.
  socket.on("error", () => socket.destroy());
  socket.on("data", look);
}
