import { create, toBinary } from "@bufbuild/protobuf";
import { ViolationsSchema } from "@bufbuild/protovalidate/gen/buf/validate/validate_pb.js";
import { Code, ConnectError, createRouterTransport, type HandlerContext } from "@connectrpc/connect";
import { describe, expect, it, vi } from "vitest";
import { AuthService } from "../../../gen/chatter/auth/v1/auth_pb.js";
import { ChannelService } from "../../../gen/chatter/channel/v1/channel_pb.js";
import { ErrorDetailSchema } from "../../../gen/chatter/options/v1/error_pb.js";
import { createApi } from "./clients.ts";
import { failureOf } from "./failure.ts";
import { apiInterceptors } from "./transport.ts";

function refused(code: Code, reason: string, headers?: HeadersInit): ConnectError {
  const details = [{ desc: ErrorDetailSchema, value: create(ErrorDetailSchema, { reason }) }];
  return new ConnectError("The server's own sentence.", code, headers, details);
}

/** A server that does one thing whatever it is called for. */
function serve(answer: (context: HandlerContext) => object) {
  const onUnauthenticated = vi.fn<() => void>();
  const waits: number[] = [];
  const wait = async (ms: number) => void waits.push(ms);
  const answered = async (_request: unknown, context: HandlerContext) => answer(context);
  const transport = createRouterTransport(
    (router) => {
      router.service(AuthService, { login: answered, logout: answered, getSession: answered });
      router.service(ChannelService, { createChannel: answered });
    },
    { transport: { interceptors: apiInterceptors({ onUnauthenticated, wait, random: () => 1 }) } },
  );
  return { api: createApi(transport), onUnauthenticated, waits };
}

const failure = (call: Promise<unknown>) => call.then(() => expect.unreachable("it must fail"), failureOf);

describe("a call", () => {
  it("is tried again under the same key until it gets through", async () => {
    const keys: (string | null)[] = [];
    const { api, waits } = serve(({ requestHeader }) => {
      keys.push(requestHeader.get("idempotency-key"));
      if (keys.length < 3) throw refused(Code.Unavailable, "UNAVAILABLE");
      return {};
    });
    await api.auth.logout({});
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(waits).toEqual([400, 800]);
  });

  it("is given up after some attempts", async () => {
    let attempts = 0;
    const { api } = serve(() => {
      attempts += 1;
      throw refused(Code.Unavailable, "UNAVAILABLE");
    });
    const { text, isPassing } = await failure(api.auth.logout({}));
    expect({ attempts, text, isPassing }).toEqual({
      attempts: 4,
      text: "The server cannot be reached just now.",
      isPassing: true,
    });
  });

  it("waits as long as the server asks, if that is not long", async () => {
    let attempts = 0;
    const { api, waits } = serve(() => {
      attempts += 1;
      if (attempts === 1) throw refused(Code.ResourceExhausted, "TOO_MANY_REQUESTS", { "retry-after": "2" });
      return {};
    });
    await api.auth.logout({});
    expect(waits).toEqual([2_000]);
  });

  it("is not tried again when it was refused", async () => {
    const { api, waits } = serve(() => {
      throw refused(Code.AlreadyExists, "NAME_TAKEN");
    });
    expect(await failure(api.channels.createChannel({}))).toMatchObject({
      reason: "NAME_TAKEN",
      text: "Another channel has this name.",
      isPassing: false,
    });
    expect(waits).toEqual([]);
  });

  it("tells when the session has ended, but not when a password is wrong or the session was asked for", async () => {
    let reason = "INVALID_CREDENTIALS";
    const { api, onUnauthenticated } = serve(() => {
      throw refused(Code.Unauthenticated, reason);
    });
    await failure(api.auth.login({}));
    reason = "UNAUTHENTICATED";
    await failure(api.auth.getSession({}));
    expect(onUnauthenticated).not.toHaveBeenCalled();
    await failure(api.auth.logout({}));
    expect(onUnauthenticated).toHaveBeenCalledOnce();
  });
});

describe("a failure", () => {
  it("has our text where we know its reason, else the server's sentence", () => {
    expect(failureOf(refused(Code.PermissionDenied, "PERMISSION_DENIED")).text).toBe("You may not do this.");
    expect(failureOf(refused(Code.PermissionDenied, "OF_TOMORROW")).text).toBe("The server's own sentence.");
    expect(failureOf(new Error("x is undefined")).text).toBe("Something went wrong. Please try again.");
  });

  it("says what is wrong with which field", () => {
    const violations = create(ViolationsSchema, {
      violations: [
        { field: { elements: [{ fieldName: "new_password" }] }, ruleId: "string.min_len" },
        { field: { elements: [{ fieldName: "status" }, { fieldName: "text" }] }, ruleId: "string.pattern" },
      ],
    });
    const error = refused(Code.InvalidArgument, "INVALID_ARGUMENT");
    error.details.push({ type: ViolationsSchema.typeName, value: toBinary(ViolationsSchema, violations) });
    expect(failureOf(error)).toMatchObject({
      text: "Something here is not filled in as it should be.",
      fields: {
        newPassword: "This is too short.",
        "status.text": "This is not filled in as it should be.",
      },
    });
  });
});
