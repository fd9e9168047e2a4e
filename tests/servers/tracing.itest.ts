import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ServedProgram, serveProgram } from "../../src/app/testing/served-program.ts";
import {
  type Collector,
  type ExportedSpan,
  openCollector,
  spansUnder,
} from "../../src/platform/telemetry/testing/collector.ts";

const TRACE = "0af7651916cd43dd8448eb211c80319c";
const CALLER = "b7ad6b7169203331";
const REQUEST = "request-of-the-test";

let collector: Collector;
let program: ServedProgram;
let spans: readonly ExportedSpan[];

beforeAll(async () => {
  collector = await openCollector();
  program = await serveProgram({ tracesEndpoint: collector.url });
  const { sessionToken } = await call<{ sessionToken: string }>("auth.v1.AuthService/Register", {
    email: "owner@example.org",
    password: "a long enough password",
    name: "Ada of the trace",
    orgName: "Example",
  });
  const { channels } = await call<{ channels: [{ channel: { id: string } }] }>(
    "channel.v1.ChannelService/ListMyChannels",
    {},
    sessionToken,
  );
  const message = { channelId: channels[0].channel.id, clientId: "traced", text: "said under a trace" };
  await call("message.v1.MessageService/SendMessage", message, sessionToken);
  await call("message.v1.MessageService/ListMessages", { channelId: message.channelId }, sessionToken);
  // What ends the program sends what was not sent yet.
  await program.stop();
  spans = collector.spans();
});
afterAll(() => collector.close());

/** Part of the trace of whoever calls. */
async function call<Answer>(method: string, body: object, token?: string): Promise<Answer> {
  const answer = await fetch(`${program.url}/chatter.${method}`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-request-id": REQUEST,
      traceparent: `00-${TRACE}-${CALLER}-01`,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Answer;
}

function spanOf(name: string): ExportedSpan {
  return spans.find((span) => span.name === name) ?? expect.fail(`there is no span ${name}`);
}

const statement = ({ attributes = [] }: ExportedSpan): string | undefined =>
  attributes.find(({ key }) => key === "db.query.text")?.value.stringValue;

describe("a call, where traces are collected", () => {
  it("is one trace from its caller over its handler and SQL to the delivery of what it published", () => {
    const register = spanOf("chatter.auth.v1.AuthService/Register");
    expect(register).toMatchObject({ traceId: TRACE, parentSpanId: CALLER });
    expect(spansUnder(spans, register, /^postgresql insert$/i)).not.toEqual([]);
    const [delivery = expect.fail("nothing was delivered")] = spansUnder(
      spans,
      register,
      /^deliver saga\.registration$/,
    );
    expect(spansUnder(spans, delivery, /^postgresql /)).not.toEqual([]);
  });

  it("that sends a message shows its wait for the commit, and points to the commit that it shared", () => {
    const send = spanOf("chatter.message.v1.MessageService/SendMessage");
    expect(send).toMatchObject({ traceId: TRACE, parentSpanId: CALLER });
    const [wait = expect.fail("nothing waited")] = spansUnder(spans, send, /^wait for posting$/);
    const commit = spanOf("commit posting");
    expect(commit.traceId).not.toBe(TRACE);
    expect(wait.links?.map(({ spanId }) => spanId)).toEqual([commit.spanId]);
    const statements = spansUnder(spans, commit, /^postgresql /).map(statement);
    expect(statements).toEqual([expect.stringContaining("from message.post(")]);
  });

  it("that sends a message reads nothing, and one that opens a channel reads its page only", () => {
    const read = (method: string) =>
      spansUnder(spans, spanOf(`chatter.message.v1.MessageService/${method}`), /^postgresql /).map(statement);
    expect(read("SendMessage")).toEqual([]);
    expect(read("ListMessages")).toEqual([expect.stringContaining("from message.messages")]);
  });

  it("that starts a saga is what the traces of its steps point to", () => {
    const [delivery = expect.fail("nothing was delivered")] = spansUnder(
      spans,
      spanOf("chatter.auth.v1.AuthService/Register"),
      /^deliver saga\.registration$/,
    );
    const saga = spanOf("saga registration");
    expect(saga.traceId).not.toBe(TRACE);
    expect(saga.links).toMatchObject([{ traceId: TRACE, spanId: delivery.spanId }]);
    expect(spansUnder(spans, saga, /^registration: /).map(({ name }) => name)).toEqual([
      "registration: confirmAccount",
      "registration: createProfile",
      "registration: joinDefaultChannels",
      "registration: welcome",
    ]);
  });

  it("tells nothing of what people write, and no secret", () => {
    expect(collector.exported()).toContain("AuthService/Register");
    for (const text of ["owner@example.org", "long enough", "Ada of the trace", "under a trace"]) {
      expect(collector.exported()).not.toContain(text);
    }
  });

  it("is named by its request id and its trace in the log", () => {
    const line = program.logged().find(({ msg, requestId }) => msg === "call" && requestId === REQUEST);
    expect(line?.["traceId"]).toBe(TRACE);
  });
});
