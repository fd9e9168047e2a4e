import { once } from "node:events";
import { ViolationsSchema } from "@bufbuild/protovalidate/gen/buf/validate/validate_pb.js";
import { createClient, type ServiceImpl } from "@connectrpc/connect";
import { describe, expect, it } from "vitest";
import { AuthService, Role } from "../../../gen/chatter/auth/v1/auth_pb.js";
import { RealtimeService } from "../../../gen/chatter/notification/v1/realtime_pb.js";
import { refusals } from "../../kernel/errors.ts";
import { ada, asAda, serve } from "../http/testing/serve.ts";
import { requestInfo } from "./request.ts";
import { type AuthImplementation, gate, refusalOf, serveAuth } from "./testing/serve-auth.ts";
import { transports } from "./testing/transports.ts";

const refuse = refusals({ LAST_OWNER: ["precondition", "An organisation needs an owner."] });
type RealtimeImplementation = Partial<ServiceImpl<typeof RealtimeService>>;

const ping = { frame: { case: "ping" as const, value: {} } };
const headers = asAda;
const LONG_NAME = "long ".repeat(1_000);

describe.each(Object.entries(transports))("a call by %s", (_name, transportTo) => {
  const start = async (implementation: AuthImplementation, options = {}) => {
    const served = await serveAuth(implementation, options);
    return { ...served, client: createClient(AuthService, transportTo(served.url)) };
  };

  it("reaches its handler and brings the answer back", async () => {
    const { client } = await start({
      async getSession(_request, context) {
        const actor = await gate.self(context);
        return { account: { userId: actor.userId, role: Role.OWNER, email: LONG_NAME } };
      },
    });
    const { account } = await client.getSession({}, { headers });
    expect(account).toMatchObject({ userId: ada.userId, role: Role.OWNER, email: LONG_NAME });
  });

  it("tells the handler where it came from, and brings its headers back", async () => {
    const { client } = await start({
      login(_request, { values, responseHeader }) {
        responseHeader.append("set-cookie", "chatter_session=secret; HttpOnly");
        return { account: { email: values.get(requestInfo).address } };
      },
    });
    const seen: Headers[] = [];
    const { account } = await client.login(
      { email: "ada@example.com", password: "a password" },
      { onHeader: (header) => seen.push(header) },
    );
    expect(account?.email).toBe("127.0.0.1");
    expect(seen[0]?.get("set-cookie")).toBe("chatter_session=secret; HttpOnly");
    expect(seen[0]?.get("x-request-id")).toMatch(/^[\w-]{36}$/);
  });

  it("is refused by code, reason and facts", async () => {
    const { client } = await start({
      async setRole(_request, context) {
        await gate.self(context);
        throw refuse("LAST_OWNER", { owners: 1 });
      },
    });
    const request = { userId: `usr_${"0".repeat(27)}`, role: Role.MEMBER };
    const { code, message, reason, facts, requestId, error } = await refusalOf(
      client.setRole(request, { headers }),
    );
    expect({ code, reason, message }).toEqual({
      code: "FailedPrecondition",
      reason: "LAST_OWNER",
      message: "An organisation needs an owner.",
    });
    expect(facts).toEqual({ owners: "1" });
    expect(error.metadata.get("x-request-id")).toBe(requestId);
  });

  it("is told which fields are wrong, before its handler runs", async () => {
    const { client } = await start({ login: () => ({}) });
    const { code, error } = await refusalOf(client.login({ email: "", password: "" }));
    const fields = error
      .findDetails(ViolationsSchema)
      .flatMap(({ violations }) => violations.map(({ field }) => field?.elements[0]?.fieldName));
    expect({ code, fields }).toEqual({ code: "InvalidArgument", fields: ["email", "password"] });
  });

  it("needs credentials, unless its method is public", async () => {
    const { client } = await start({
      getSession: async (_request, context) => {
        await gate.self(context);
        return {};
      },
      getSetup: () => ({ orgName: "Analytical Engines" }),
    });
    expect((await client.getSetup({})).orgName).toBe("Analytical Engines");
    expect(await refusalOf(client.getSession({}))).toMatchObject({ code: "Unauthenticated" });
  });

  it("learns nothing of what nobody expected but a number, under which it is logged", async () => {
    const { client, logged } = await start({
      getSetup() {
        throw new Error("secret detail");
      },
    });
    const refusal = await refusalOf(client.getSetup({}));
    expect(refusal).toMatchObject({ code: "Internal", reason: "INTERNAL" });
    expect(JSON.stringify([...refusal.error.metadata]) + refusal.message).not.toContain("secret");
    expect(logged).toContainEqual(
      expect.objectContaining({
        level: "error",
        requestId: refusal.requestId,
        err: expect.objectContaining({ message: "secret detail", stack: expect.any(String) }),
      }),
    );
  });

  it("is not blamed when we fail to find out who calls", async () => {
    const authenticate = () => Promise.reject(new TypeError("secret detail"));
    const { client } = await start({ getSetup: () => ({}) }, { authenticate });
    expect(await refusalOf(client.getSetup({}))).toMatchObject({ code: "Internal", reason: "INTERNAL" });
  });

  it("may try again when the database is away", async () => {
    const { client } = await start({
      getSetup() {
        throw Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
      },
    });
    expect(await refusalOf(client.getSetup({}))).toMatchObject({
      code: "Unavailable",
      reason: "UNAVAILABLE",
    });
  });

  it("gets no answer from a handler that forgot the gate", async () => {
    const { client, logged } = await start({ getSession: () => ({ account: { email: "secret" } }) });
    expect(await refusalOf(client.getSession({}, { headers }))).toMatchObject({ code: "Internal" });
    expect(JSON.stringify(logged)).toContain("AuthService/GetSession did not ask the gate");
  });

  it("is refused when it is too large", async () => {
    const { client } = await start({ login: () => ({}) }, { maxMessageBytes: 2_000 });
    const request = { email: "ada@example.com", password: "x".repeat(3_000) };
    expect(await refusalOf(client.login(request))).toMatchObject({ code: "ResourceExhausted" });
  });

  it("is refused when its handler is not there", async () => {
    const { client } = await start({});
    expect(await refusalOf(client.getSetup({}))).toMatchObject({ code: "Unimplemented" });
  });

  it("is refused when its service is not there", async () => {
    const { url } = await serve();
    const client = createClient(AuthService, transportTo(url));
    expect(await refusalOf(client.getSetup({}))).toMatchObject({ code: "Unimplemented" });
  });

  it("leaves one line in the log and one count in the metrics", async () => {
    const metricsOf = (url: string) => fetch(`${url}/metrics`).then((answer) => answer.text());
    const { client, logged, url } = await start({ getSetup: () => ({}) });
    await client.getSetup({});
    await expect.poll(() => logged.filter(({ msg }) => msg === "call")).toHaveLength(1);
    expect(logged.find(({ msg }) => msg === "call")).toMatchObject({
      method: "chatter.auth.v1.AuthService/GetSetup",
      code: "ok",
      address: "127.0.0.1",
    });
    expect(await metricsOf(url)).toContain(
      'chatter_rpc_calls_total{method="chatter.auth.v1.AuthService/GetSetup",code="ok"} 1',
    );
  });

  it("is logged with the code that it was refused by", async () => {
    const { client, logged } = await start({ login: () => ({}) });
    await refusalOf(client.login({ email: "", password: "" }));
    await expect.poll(() => logged.find(({ msg }) => msg === "call")?.["code"]).toBe("invalid_argument");
  });
});

const streaming = Object.entries(transports).filter(([name]) => name !== "Connect GET");

describe.each(streaming)("a stream by %s", (_name, transportTo) => {
  const start = async (subscribe: NonNullable<RealtimeImplementation["subscribe"]>) => {
    const served = await serve({ routes: (router) => router.service(RealtimeService, { subscribe }) });
    const client = createClient(RealtimeService, transportTo(served.url));
    const leave = new AbortController();
    const messages = client.subscribe({}, { headers, signal: leave.signal });
    return { ...served, leave, stream: messages[Symbol.asyncIterator]() };
  };

  it("brings each message when it is sent, and ends", async () => {
    const sent = Promise.withResolvers<void>();
    const { stream } = await start(async function* (_request, context) {
      await gate.self(context);
      yield ping;
      await sent.promise;
      yield ping;
    });
    expect((await stream.next()).value).toMatchObject(ping);
    sent.resolve();
    expect((await stream.next()).value).toMatchObject(ping);
    expect((await stream.next()).done).toBe(true);
  });

  it("is refused by code and reason, also in the middle", async () => {
    const { stream } = await start(async function* (_request, context) {
      await gate.self(context);
      yield ping;
      throw refuse("LAST_OWNER");
    });
    await stream.next();
    expect(await refusalOf(stream.next())).toMatchObject({
      code: "FailedPrecondition",
      reason: "LAST_OWNER",
    });
  });

  it("brings nothing from a handler that forgot the gate", async () => {
    const { stream } = await start(async function* () {
      yield ping;
    });
    expect(await refusalOf(stream.next())).toMatchObject({ code: "Internal" });
  });

  it("is told when its client goes away, and is logged then", async () => {
    const over = Promise.withResolvers<void>();
    const { stream, leave, logged } = await start(async function* (_request, context) {
      await gate.self(context);
      context.signal.addEventListener("abort", () => over.resolve());
      yield ping;
      await over.promise;
    });
    await stream.next();
    const next = refusalOf(stream.next());
    leave.abort();
    expect(await next).toMatchObject({ code: "Canceled" });
    await over.promise;
    await expect.poll(() => logged.find(({ msg }) => msg === "call")?.["code"]).toBe("canceled");
  });

  it("ends as unavailable when the server goes away", async () => {
    const { stream, server } = await start(async function* (_request, context) {
      await gate.self(context);
      yield ping;
      await once(context.signal, "abort");
      context.signal.throwIfAborted();
    });
    await stream.next();
    const [refusal] = await Promise.all([refusalOf(stream.next()), server.close(5_000)]);
    expect(refusal).toMatchObject({ code: "Unavailable", message: "the server goes away" });
  });
});
