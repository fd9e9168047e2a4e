import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedProgram, serveProgram } from "../../src/app/testing/served-program.ts";

interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
}

const TRACE = "0af7651916cd43dd8448eb211c80319c";
const CALLER = "b7ad6b7169203331";
const REQUEST = "request-of-the-test";

let sink: Sink;
let program: ServedProgram;
let registered: number;
let exported: string;
let spans: readonly Span[];

beforeAll(async () => {
  sink = await openSink();
  program = await serveProgram({ tracesEndpoint: sink.url });
  const answer = await fetch(`${program.url}/chatter.auth.v1.AuthService/Register`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-request-id": REQUEST,
      traceparent: `00-${TRACE}-${CALLER}-01`,
    },
    body: JSON.stringify({
      email: "owner@example.org",
      password: "a long enough password",
      name: "Ada of the trace",
      orgName: "Example",
    }),
  });
  registered = answer.status;
  // What ends the program sends what was not sent yet.
  await program.stop();
  await sink.close();
  exported = sink.received.join("\n");
  spans = sink.received.flatMap(spansIn).filter(({ traceId }) => traceId === TRACE);
});
afterAll(() => sink.close());

describe("a call, where traces are collected", () => {
  it("is one trace from its caller over its handler and SQL to the delivery of what it published", () => {
    expect(registered).toBe(200);
    const call = spans.find(({ name }) => name === "chatter.auth.v1.AuthService/Register");
    expect(call?.parentSpanId).toBe(CALLER);
    const under = (name: RegExp) =>
      spans.filter((span) => name.test(span.name) && isUnder(span, call?.spanId));
    expect(under(/^postgresql insert$/i)).not.toEqual([]);
    const [delivery] = under(/^deliver channel\./);
    expect(delivery).toBeDefined();
    expect(
      spans.filter((span) => span.name.startsWith("postgresql ") && isUnder(span, delivery?.spanId)),
    ).not.toEqual([]);
  });

  it("tells nothing of what people write, and no secret", () => {
    expect(exported).toContain("AuthService/Register");
    for (const text of ["owner@example.org", "long enough", "Ada of the trace"]) {
      expect(exported).not.toContain(text);
    }
  });

  it("is named by its request id and its trace in the log", () => {
    const call = program.logged().find(({ msg, requestId }) => msg === "call" && requestId === REQUEST);
    expect(call?.["traceId"]).toBe(TRACE);
  });
});

function isUnder(span: Span, ancestor: string | undefined): boolean {
  for (let it: Span | undefined = span; it; it = spans.find(({ spanId }) => spanId === it?.parentSpanId)) {
    if (it.parentSpanId === ancestor) return true;
  }
  return false;
}

interface Sink {
  readonly url: string;
  readonly received: readonly string[];
  close(): Promise<void>;
}

/** Takes what is exported, as a collector does. */
async function openSink(): Promise<Sink> {
  const received: string[] = [];
  const server: Server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      received.push(Buffer.concat(parts).toString());
      response.setHeader("content-type", "application/json").end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

interface Export {
  readonly resourceSpans: readonly { readonly scopeSpans: readonly { readonly spans: readonly Span[] }[] }[];
}

const spansIn = (text: string): readonly Span[] =>
  (JSON.parse(text) as Export).resourceSpans.flatMap(({ scopeSpans }) =>
    scopeSpans.flatMap(({ spans }) => spans),
  );
