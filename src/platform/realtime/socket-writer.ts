import type { Socket } from "node:net";
import type { WebSocket } from "ws";
import type { SharedFrame } from "./frame.ts";

/**
 * The one place that reaches into a WebSocket for its TCP socket, so that frames made once go out as
 * they are, many in one system call. Sound as long as `ws` itself writes each of its frames at once,
 * which it does without compression; the contract test holds the pinned version to it.
 */
export function socketOf(websocket: WebSocket): Socket {
  const { _socket } = websocket as unknown as { readonly _socket: Socket };
  return _socket;
}

/** Corks, so that all frames leave in one call and none is copied. */
export function writeFrames(socket: Socket, frames: readonly SharedFrame[]): void {
  if (!socket.writable) return;
  if (frames.length > 1) socket.cork();
  for (const { wire } of frames) socket.write(wire);
  if (frames.length > 1) socket.uncork();
}
