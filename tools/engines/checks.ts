import { randomBytes } from "node:crypto";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { connect } from "node:net";
import { createClient } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { Health, HealthCheckResponse_ServingStatus } from "../../gen/grpc/health/v1/health_pb.js";

const patience = (ms = 2_000) => AbortSignal.timeout(ms);

/** Rejects unless a STUN server says who is asking. Nobody tells that a datagram was lost, so it is asked often. */
export async function answersStun(port: number): Promise<void> {
  const socket = createSocket("udp4");
  try {
    const request = Buffer.concat([Buffer.from([0, 1, 0, 0, 0x21, 0x12, 0xa4, 0x42]), randomBytes(12)]);
    socket.send(request, port, "127.0.0.1");
    const [answer]: Buffer[] = await once(socket, "message", { signal: patience(200) });
    if (answer?.readUInt16BE() !== 0x0101) throw new Error("refuses to say who asks");
  } finally {
    socket.close();
  }
}

/** Rejects unless Redis answers a ping: it takes connections while it still loads. */
export async function answersPing(port: number): Promise<void> {
  const socket = connect(port, "127.0.0.1").setEncoding("utf8");
  try {
    socket.write("PING\r\n");
    const [answer] = await once(socket, "data", { signal: patience() });
    if (answer !== "+PONG\r\n") throw new Error(`answers ${String(answer)}`);
  } finally {
    socket.destroy();
  }
}

/** Rejects unless the page answers with success. */
export async function answersHttp(url: string): Promise<void> {
  // Some wait for connections that are kept when they are to end.
  const { ok, status } = await fetch(url, { headers: { connection: "close" }, signal: patience() });
  if (!ok) throw new Error(`${url} answers ${status}`);
}

/** Rejects unless the gRPC service says of itself that it serves. */
export async function servesGrpc(port: number, service: string): Promise<void> {
  const client = createClient(Health, createGrpcTransport({ baseUrl: `http://127.0.0.1:${port}` }));
  const { status } = await client.check({ service }, { signal: patience() });
  if (status !== HealthCheckResponse_ServingStatus.SERVING) throw new Error(`answers ${status}`);
}
