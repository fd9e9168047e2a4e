import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { createFrame } from "./frame.ts";
import { createWebSocketServer, type RealtimeSocket, type SocketEvents } from "./websocket-server.ts";

const frame = (text: string) => createFrame(Buffer.byteLength(text), (payload) => payload.write(text));

/** A client and the server's side of its connection, with all that was told of it. */
async function connect() {
  const told: string[] = [];
  const accepted = Promise.withResolvers<RealtimeSocket>();
  const closed = Promise.withResolvers<void>();
  const server = createWebSocketServer({ maxMessageBytes: 1_000, closeTimeoutMs: 500 });
  const events: SocketEvents = {
    message: (data) => told.push(`message ${data.toString()}`),
    text: () => told.push("text"),
    alive: () => told.push("alive"),
    drained: () => told.push("drained"),
    refused: (code) => told.push(`refused ${code}`),
    closed() {
      told.push("closed");
      closed.resolve();
    },
  };
  const http = createServer();
  http.on("upgrade", (request, socket, head) =>
    server.upgrade(request, socket, head, (socket) => {
      accepted.resolve(socket);
      return events;
    }),
  );
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void http.close());
  const client = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}`);
  const received: string[] = [];
  client.on("message", (data: Buffer, isBinary) => received.push(isBinary ? data.toString() : "text"));
  const clientClosed = new Promise<number>((resolve) => client.once("close", resolve));
  // The other side is made to break things.
  client.on("error", () => {});
  await new Promise((resolve) => client.once("open", resolve));
  const { _socket: raw } = client as unknown as { readonly _socket: { write(bytes: Buffer): void } };
  return {
    socket: await accepted.promise,
    client,
    clientClosed,
    closed: closed.promise,
    received,
    told,
    raw,
  };
}

/** The contract with the pinned version of the library: its private socket is written to beside it. */
describe("a realtime socket", () => {
  it("writes frames made once, in order, between the library's own", async () => {
    const { socket, client, received, clientClosed } = await connect();
    const pongs: string[] = [];
    client.on("pong", (data) => pongs.push(data.toString()));
    const large = "x".repeat(200_000);
    socket.write([frame("one"), frame(""), frame("two")]);
    client.ping("a");
    socket.write([frame(large)]);
    client.ping("b");
    await new Promise<void>((resolve) => client.on("pong", (data) => data.toString() === "b" && resolve()));
    socket.write([frame("last")]);
    socket.close(4321, "enough");
    expect(await clientClosed).toBe(4321);
    expect(received).toEqual(["one", "", "two", large, "last"]);
    expect(pongs).toEqual(["a", "b"]);
  });

  it("tells what waits for a network that does not read, and when all of it was taken", async () => {
    const { socket, client, told, received } = await connect();
    client.pause();
    const chunk = frame("x".repeat(1_000_000));
    while (socket.buffered < 2_000_000) {
      socket.write([chunk]);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(told).toEqual([]);
    client.resume();
    while (!told.includes("drained")) await new Promise((resolve) => setImmediate(resolve));
    expect(socket.buffered).toBe(0);
    socket.close(1000, "");
    expect(received.every((text) => text.length === 1_000_000)).toBe(true);
  });

  it("hears binary messages, pings and pongs, and tells of text", async () => {
    const { client, told, closed } = await connect();
    client.send(Buffer.from("hello"));
    client.ping();
    client.pong();
    client.send("text");
    client.close();
    await closed;
    expect(told).toEqual(["message hello", "alive", "alive", "text", "closed"]);
  });

  it.each([
    ["a message that is too large", 1009, (client: WebSocket) => client.send(Buffer.alloc(1_001))],
    [
      "an unknown opcode",
      1002,
      (_: WebSocket, raw: { write(b: Buffer): void }) => raw.write(Buffer.from([0x83, 0x80, 0, 0, 0, 0])),
    ],
    [
      "a frame without a mask",
      1002,
      (_: WebSocket, raw: { write(b: Buffer): void }) => raw.write(Buffer.from([0x82, 0x00])),
    ],
    [
      "illegal UTF-8 in a text",
      1007,
      (client: WebSocket) => client.send(Buffer.from([0xff]), { binary: false }),
    ],
  ])("can still say something before it is closed for %s", async (_what, code, provoke) => {
    const { client, clientClosed, closed, told, raw } = await connect();
    provoke(client, raw);
    expect(await clientClosed).toBe(code);
    await closed;
    expect(told).toEqual([`refused ${code}`, "closed"]);
  });

  it("takes nothing after it was closed, and is cut off if the other side does not answer", async () => {
    const { socket, client, closed, received } = await connect();
    client.pause();
    socket.close(4000, "");
    socket.write([frame("too late")]);
    await closed;
    expect(received).toEqual([]);
  });
});
