import {
  Code,
  ConnectError,
  createConnectRouter,
  type HandlerContext,
  type Interceptor,
} from "@connectrpc/connect";
import { createFetchHandler } from "@connectrpc/connect/protocol";
import { describe, expect, it } from "vitest";
import { AuthService } from "../../../gen/chatter/auth/v1/auth_pb.js";
import { ErrorDetailSchema } from "../../../gen/chatter/options/v1/error_pb.js";
import { createBinaryTransport } from "./binary-transport.ts";
import { reasonOf } from "./failure.ts";
import { createUnaryClient } from "./unary-client.ts";

type Answer = (request: object, context: HandlerContext) => object;
type Fetch = typeof fetch;

/** The library's own server, reached without a network. */
function reach(answer: Answer): Fetch {
  const router = createConnectRouter().service(AuthService, {
    login: async (request, context) => answer(request, context),
  });
  return async (path, init) => {
    const request = new Request(
      new URL(path instanceof Request ? path.url : path, "http://chatter.test"),
      init,
    );
    const handler = router.handlers.find(({ requestPath }) => request.url.endsWith(requestPath));
    if (handler === undefined) return new Response("not here", { status: 404 });
    return createFetchHandler(handler)(request);
  };
}

function authOver(fetch: Fetch, interceptors: readonly Interceptor[] = []) {
  return createUnaryClient(AuthService, createBinaryTransport({ fetch, interceptors }));
}

const errorOf = (call: Promise<unknown>): Promise<ConnectError> =>
  call.then(() => expect.unreachable("it must fail"), ConnectError.from);

const answering = (body: string, init: ResponseInit) =>
  errorOf(authOver(async () => new Response(body, init)).login({}));

describe("the transport", () => {
  it("carries messages there and back, in binary, with the headers that interceptors set", async () => {
    const seen: object[] = [];
    const fetch = reach(({ email, password }: { email?: string; password?: string }, { requestHeader }) => {
      const headers = ["content-type", "connect-protocol-version", "idempotency-key"];
      seen.push({ email, password, headers: headers.map((name) => requestHeader.get(name)) });
      return { userId: "user_1" };
    });
    const intercept: Interceptor = (next) => (request) => {
      request.header.set("Idempotency-Key", "k1");
      return next(request);
    };
    const answer = await authOver(fetch, [intercept]).login({ email: "ada@chatter.test", password: "p" });
    expect(answer).toMatchObject({ $typeName: "chatter.auth.v1.LoginResponse" });
    expect(seen).toEqual([
      { email: "ada@chatter.test", password: "p", headers: ["application/proto", "1", "k1"] },
    ]);
  });

  it("passes interceptors from the outside in", async () => {
    const passed: string[] = [];
    const named = (name: string): Interceptor => {
      return (next) => (request) => {
        passed.push(name);
        return next(request);
      };
    };
    await authOver(
      reach(() => ({})),
      [named("outer"), named("inner")],
    ).login({});
    expect(passed).toEqual(["outer", "inner"]);
  });

  it("gives the server's error with its code, sentence, details and headers", async () => {
    const details = [{ desc: ErrorDetailSchema, value: { reason: "INVALID_CREDENTIALS" } }];
    const fetch = reach(() => {
      throw new ConnectError("Wrong.", Code.ResourceExhausted, { "retry-after": "2" }, details);
    });
    const error = await errorOf(authOver(fetch).login({}));
    expect(error).toMatchObject({ code: Code.ResourceExhausted, rawMessage: "Wrong." });
    expect(error.metadata.get("retry-after")).toBe("2");
    expect(reasonOf(error)).toBe("INVALID_CREDENTIALS");
  });

  it("understands every code", async () => {
    for (const code of Object.values(Code).filter((code) => typeof code === "number")) {
      const fetch = reach(() => {
        throw new ConnectError("", code);
      });
      expect((await errorOf(authOver(fetch).login({}))).code).toBe(code);
    }
  });

  it("takes the status of an answer that is not from our server", async () => {
    expect(await answering("<html>", { status: 502 })).toMatchObject({ code: Code.Unavailable });
    const json = { "content-type": "application/json" };
    expect(await answering("[]", { status: 503, headers: json })).toMatchObject({ code: Code.Unavailable });
    expect(await answering("{}", { status: 403, headers: json })).toMatchObject({
      code: Code.PermissionDenied,
      rawMessage: "HTTP 403",
    });
    expect(await answering("<html>", { headers: { "content-type": "text/html" } })).toMatchObject({
      code: Code.Unknown,
    });
  });

  it("tells a call that was taken back from one that failed", async () => {
    const controller = new AbortController();
    const hanging: Fetch = async (_url, init) =>
      new Promise((_resolve, reject) => {
        init?.signal?.addEventListener("abort", () => reject(init.signal?.reason));
      });
    const error = errorOf(authOver(hanging).login({}, { signal: controller.signal }));
    controller.abort();
    expect(await error).toMatchObject({ code: Code.Canceled });
    const network = async () => Promise.reject(new TypeError("Failed to fetch"));
    expect(await errorOf(authOver(network).login({}))).toMatchObject({ code: Code.Unknown });
  });
});
