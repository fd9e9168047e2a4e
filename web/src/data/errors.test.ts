import { create } from "@bufbuild/protobuf";
import { Code, ConnectError, createRouterTransport } from "@connectrpc/connect";
import { describe, expect, it } from "vitest";
import { AuthService } from "../../../gen/chatter/auth/v1/auth_pb.js";
import { ErrorDetailSchema } from "../../../gen/chatter/options/v1/error_pb.js";
import { createBrowserTransport, createClients } from "./clients.ts";
import { describeError, isPassing, isSignedOut, reasonOf } from "./errors.ts";

const refusal = (code: Code, sentence: string, reason: string) =>
  new ConnectError(sentence, code, undefined, [
    { desc: ErrorDetailSchema, value: create(ErrorDetailSchema, { reason }) },
  ]);

async function failure(call: Promise<unknown>): Promise<unknown> {
  return call.then(
    () => expect.unreachable("the call must fail"),
    (error: unknown) => error,
  );
}

describe("an error", () => {
  it("is told in the server's words and known by its reason", async () => {
    const transport = createRouterTransport((router) =>
      router.service(AuthService, {
        login: () => {
          throw refusal(Code.Unauthenticated, "Email or password is wrong.", "WRONG_CREDENTIALS");
        },
      }),
    );
    const error = await failure(createClients(transport).auth.login({ email: "a@b.c", password: "x" }));
    expect(describeError(error)).toBe("Email or password is wrong.");
    expect(reasonOf(error)).toBe("WRONG_CREDENTIALS");
    expect(isSignedOut(error)).toBe(true);
  });

  it("says that the server could not be reached when it could not", async () => {
    const transport = createBrowserTransport("http://chatter.invalid", () =>
      Promise.reject(new TypeError("Failed to fetch")),
    );
    const error = await failure(createClients(transport).auth.getSetup({}));
    expect(describeError(error)).toBe("The server cannot be reached. Check your connection.");
    expect(isPassing(error)).toBe(true);
  });

  it("is no technical text when it is one of our own", () => {
    expect(describeError(new RangeError("x is undefined"))).toBe("Something went wrong. Please try again.");
    expect(reasonOf(new RangeError("x"))).toBeUndefined();
  });
});

describe("a call", () => {
  const keysOf = async (call: (clients: ReturnType<typeof createClients>) => Promise<unknown>) => {
    const keys: (string | null)[] = [];
    const transport = createBrowserTransport("http://chatter.invalid", (_url, init) => {
      keys.push(new Headers(init?.headers).get("Idempotency-Key"));
      return Promise.reject(new TypeError("Failed to fetch"));
    });
    await failure(call(createClients(transport)));
    return keys;
  };

  it("that changes something is named, so that it happens once", async () => {
    expect(await keysOf(({ auth }) => auth.logout({}))).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
  });

  it("that only reads is not", async () => {
    expect(await keysOf(({ auth }) => auth.getSetup({}))).toEqual([null]);
  });
});
