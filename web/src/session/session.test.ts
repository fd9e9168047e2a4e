import { create } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import { describe, expect, it } from "vitest";
import {
  type Account,
  AccountSchema,
  GetSessionResponseSchema,
  LogoutResponseSchema,
} from "../../../gen/chatter/auth/v1/auth_pb.js";
import { createSession } from "./session.ts";

const mei = create(AccountSchema, { userId: "usr_mei", email: "mei@northwind.example" });
const signedOut = new ConnectError("Sign in first.", Code.Unauthenticated);
const unreachable = new TypeError("Failed to fetch");

/** A session whose server gives these answers, one after the other. */
function sessionWith(...answers: (Account | Error)[]) {
  const calls: string[] = [];
  const answer = (call: string) => {
    calls.push(call);
    const next = answers.shift();
    if (next === undefined) expect.unreachable("the server must not be asked again");
    return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
  };
  const session = createSession({
    getSession: async () => create(GetSessionResponseSchema, { account: await answer("getSession") }),
    logout: async () => {
      await answer("logout");
      return create(LogoutResponseSchema);
    },
  });
  return { session, calls };
}

describe("the session", () => {
  it("asks the server once who is signed in", async () => {
    const { session, calls } = sessionWith(mei);
    expect(await session.account()).toEqual(mei);
    expect(await session.account()).toEqual(mei);
    expect(calls).toEqual(["getSession"]);
  });

  it("is nobody's when the server knows no session", async () => {
    const { session } = sessionWith(signedOut);
    expect(await session.account()).toBeUndefined();
    expect(await session.account()).toBeUndefined();
  });

  it("asks again after the server could not be reached", async () => {
    const { session } = sessionWith(unreachable, mei);
    await expect(session.account()).rejects.toBe(unreachable);
    expect(await session.account()).toEqual(mei);
  });

  it("knows who has just signed in without asking", async () => {
    const { session, calls } = sessionWith();
    session.begin(mei);
    expect(await session.account()).toBe(mei);
    expect(calls).toEqual([]);
  });

  it("is nobody's after its end, also when it had ended before", async () => {
    for (const answer of [mei, signedOut]) {
      const { session } = sessionWith(answer);
      session.begin(mei);
      await session.end();
      expect(await session.account()).toBeUndefined();
    }
  });

  it("stays when its end could not be told to the server", async () => {
    const { session } = sessionWith(unreachable);
    session.begin(mei);
    await expect(session.end()).rejects.toBe(unreachable);
    expect(await session.account()).toBe(mei);
  });
});
