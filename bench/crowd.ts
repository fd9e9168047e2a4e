import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { create, toBinary } from "@bufbuild/protobuf";
import { ClientFrameSchema } from "../gen/chatter/notification/v1/realtime_pb.js";

/**
 * Many WebSockets that only look for a mark in what arrives, so that the crowd costs the machine as
 * little as it can, and the same for every server it is connected to.
 */
export interface Crowd {
  readonly size: number;
  /** Resolves when the mark has reached every socket; the moment it reached each. */
  saw(mark: string): Promise<readonly number[]>;
  /** Calls with each mark that arrives at a socket: what begins so, and is so long in all. */
  watch(begin: string, length: number, seen: (mark: string) => void): void;
  close(): void;
}

/** One socket a token; a server that needs no token ignores it. */
export async function gatherCrowd(url: string, tokens: readonly string[]): Promise<Crowd> {
  const sockets: Socket[] = [];
  for (const token of tokens) sockets.push(await openSocket(url, token));
  return {
    size: sockets.length,
    async saw(mark) {
      const bytes = Buffer.from(mark);
      return Promise.all(sockets.map((socket) => arrived(socket, bytes)));
    },
    watch: (begin, length, seen) => sockets.forEach((socket) => watch(socket, { begin, length, seen })),
    close: () => sockets.forEach((socket) => socket.destroy()),
  };
}

async function openSocket(url: string, token: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, "connect");
  const key = randomBytes(16).toString("base64");
  socket.write(
    `GET /realtime HTTP/1.1\r\nHost: ${hostname}:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Sec-WebSocket-Key: ${key}\r\nSec-WebSocket-Version: 13\r\n\r\n`,
  );
  await arrived(socket, Buffer.from("\r\n\r\n"));
  socket.write(masked(hello(token)));
  // The server ends whom it cannot serve; that must not look like slowness.
  socket.on("end", () => socket.emit("error", new Error("the server closed a socket of the crowd")));
  return socket;
}

function arrived(socket: Socket, mark: Buffer): Promise<number> {
  return new Promise((resolve) => {
    let tail: Buffer = Buffer.alloc(0);
    const look = (chunk: Buffer): void => {
      const data = tail.length === 0 ? chunk : Buffer.concat([tail, chunk]);
      if (data.includes(mark)) {
        socket.off("data", look);
        resolve(performance.now());
      } else {
        tail = data.subarray(Math.max(0, data.length - mark.length));
      }
    };
    socket.on("data", look);
  });
}

interface Watching {
  readonly begin: string;
  readonly length: number;
  seen(mark: string): void;
}

function watch(socket: Socket, { begin, length, seen }: Watching): void {
  let rest: Buffer = Buffer.alloc(0);
  socket.on("data", (chunk) => {
    const data = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let from = 0;
    for (
      let at = data.indexOf(begin);
      at >= 0 && at + length <= data.length;
      at = data.indexOf(begin, from)
    ) {
      from = at + length;
      seen(data.toString("latin1", at, from));
    }
    rest = data.subarray(Math.max(from, data.length - length + 1));
  });
}

function hello(token: string): Uint8Array {
  const frame = {
    case: "hello" as const,
    value: {
      $typeName: "chatter.notification.v1.Hello" as const,
      token,
      device: "",
      protocol: 1,
      cursors: [],
    },
  };
  return toBinary(ClientFrameSchema, create(ClientFrameSchema, { frame }));
}

/** A client's message as RFC 6455 wants it: masked, here by zeros; shorter than 126 bytes. */
function masked(payload: Uint8Array): Buffer {
  const short = payload.length < 126;
  const header = short
    ? [0x82, 0x80 | payload.length]
    : [0x82, 0x80 | 126, payload.length >> 8, payload.length & 0xff];
  return Buffer.concat([Buffer.from([...header, 0, 0, 0, 0]), payload]);
}
