import { once } from "node:events";
import { createServer, type Http2Server, type IncomingHttpHeaders } from "node:http2";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, expect, it } from "vitest";
import { openCollector } from "../../telemetry/testing/collector.ts";
import { inSpan, startTracing } from "../../telemetry/tracing.ts";
import { connectToSpiceDb } from "./connect.ts";
import type { SpiceDb } from "./spicedb.ts";

const NOT_FOUND = "5";

let server: Http2Server;
let spicedb: SpiceDb;
const asked: IncomingHttpHeaders[] = [];

/** As a SpiceDB in which nothing was written yet. */
beforeEach(async () => {
  asked.length = 0;
  server = createServer().on("stream", (stream, headers) => {
    asked.push(headers);
    stream.respond(
      { ":status": 200, "content-type": "application/grpc", "grpc-status": NOT_FOUND },
      { endStream: true },
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const endpoint = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  spicedb = connectToSpiceDb({ endpoint, token: "hunter2" });
});
afterEach(() => {
  spicedb.close();
  server.close();
});

it("SpiceDB is asked as part of the trace of who asks, without the token in it", async () => {
  const collector = await openCollector();
  const stop = await startTracing(collector.url, { warn: () => {} });
  expect(await inSpan("work", {}, () => spicedb.findSchema())).toBeUndefined();
  await stop();
  const [read] = collector.spans().filter(({ name }) => name === "spicedb read schema");
  const [work] = collector.spans().filter(({ name }) => name === "work");
  expect(read?.parentSpanId).toBe(work?.spanId);
  expect(asked).toMatchObject([
    {
      authorization: "Bearer hunter2",
      traceparent: `00-${read?.traceId}-${read?.spanId}-01`,
    },
  ]);
  expect(collector.exported()).not.toContain("hunter2");
  await collector.close();
});

it("SpiceDB is told of no trace while nobody collects", async () => {
  await spicedb.findSchema();
  expect(asked[0]?.["traceparent"]).toBeUndefined();
});
