import { Code, ConnectError } from "@connectrpc/connect";
import { describe, expect, it } from "vitest";
import { ErrorDetailSchema } from "../../../../gen/chatter/options/v1/error_pb.js";
import { sentenceOfWithdrawal } from "./withdrawal.ts";

const again =
  "Nothing of your registration is left. Register again; an invitation that you used works again too.";

function sentence(reason: string, metadata: Record<string, string> = {}): string | undefined {
  const value = { reason, requestId: "request", metadata };
  const details = [{ desc: ErrorDetailSchema, value }];
  return sentenceOfWithdrawal(new ConnectError("no", Code.Unauthenticated, undefined, details));
}

describe("whoever stands outside", () => {
  it("after a registration that was taken back is told why, in the words of the client where it has them", () => {
    expect(sentence("REGISTRATION_WITHDRAWN", { because: "EMAIL_TAKEN", why: "of the server" })).toBe(
      `There is an account with this email address already. ${again}`,
    );
    expect(sentence("REGISTRATION_WITHDRAWN", { because: "HOUSE_FULL", why: "Nobody else fits in." })).toBe(
      `Nobody else fits in. ${again}`,
    );
  });

  it("is not shown what only a program can read", () => {
    const broken = { because: "SAGA_BROKEN", why: "TypeError: undefined is not a function" };
    expect(sentence("REGISTRATION_WITHDRAWN", broken)).toBe(again);
    expect(sentence("REGISTRATION_WITHDRAWN")).toBe(again);
  });

  it("otherwise is told nothing", () => {
    expect(sentence("UNAUTHENTICATED")).toBeUndefined();
    expect(sentenceOfWithdrawal(undefined)).toBeUndefined();
  });
});
