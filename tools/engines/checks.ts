import { once } from "node:events";
import { connect } from "node:net";
import { createClient } from "@connectrpc/connect";
import { createGrpcTransport } from "@connectrpc/connect-node";
import { Health, HealthCheckResponse_ServingStatus } from "../../gen/grpc/health/v1/health_pb.js";

const patience = () => AbortSignal.timeout(2_000);

/** Rejects unless something takes connections on the port. */
export async function takesConnections(port: number): Promise<void> {
  const socket = connect(port, "127.0.0.1");
  try {
    await once(socket, "connect", { signal: patience() });
  } finally {
    socket.destroy();
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
  const { ok, status } = await fetch(url, { signal: patience() });
  if (!ok) throw new Error(`${url} answers ${status}`);
}

/** Rejects unless the gRPC service says of itself that it serves. */
export async function servesGrpc(port: number, service: string): Promise<void> {
  const client = createClient(Health, createGrpcTransport({ baseUrl: `http://127.0.0.1:${port}` }));
  const { status } = await client.check({ service }, { signal: patience() });
  if (status !== HealthCheckResponse_ServingStatus.SERVING) throw new Error(`answers ${status}`);
}
