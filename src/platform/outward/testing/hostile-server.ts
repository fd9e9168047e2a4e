import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as listenRaw, type Server, type Socket } from "node:net";
import { onTestFinished } from "vitest";
import { createOutward, type Outward } from "../outward.ts";

/** A web server on a free port of 127.0.0.1, gone when the test is over, and what it was asked. */
export async function serveAs(
  answer: RequestListener,
): Promise<{ readonly port: number; readonly asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.headers.host} ${request.url}`);
    answer(request, response);
  });
  return { port: await listen(server), asked };
}

/** One that writes what it likes as soon as somebody connects. */
export async function speakAs(speak: (socket: Socket) => void): Promise<number> {
  return listen(listenRaw((socket) => speak(socket.on("error", () => {}))));
}

async function listen(server: Server): Promise<number> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

/** May ask 127.0.0.1, where these servers are, but no other address of the machine; knows a few names. */
export function createTestOutward(
  names: Readonly<Record<string, readonly string[]>> = {},
): Outward & { readonly lookedUp: string[] } {
  const lookedUp: string[] = [];
  const outward = createOutward({
    allowed: ["127.0.0.1/32"],
    userAgent: "Chatter/test",
    resolve: async (name) => {
      lookedUp.push(name);
      return name === "here.test" ? ["127.0.0.1"] : (names[name] ?? []);
    },
  });
  return { ...outward, lookedUp };
}
