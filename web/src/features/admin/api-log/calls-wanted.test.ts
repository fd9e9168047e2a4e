import { timestampMs } from "@bufbuild/protobuf/wkt";
import { expect, it } from "vitest";
import { askedFor, everything, fromSince, isEverything } from "./calls-wanted.ts";

it("asks for all calls where nothing was chosen", () => {
  expect(isEverything(everything)).toBe(true);
  expect(askedFor(everything)).toEqual({ apiKeyId: "", userId: "", method: "", onlyFailures: false });
});

it("asks from a moment that stays the same while further pages are read", () => {
  const { from } = askedFor({ ...everything, ...fromSince("hour", 10_000_000) });
  expect(from && timestampMs(from)).toBe(10_000_000 - 3_600_000);
  expect(fromSince("all", 10_000_000).fromMs).toBeUndefined();
});

it("takes a method with its service, without, or as it stands in an address", () => {
  const methodOf = (method: string) => askedFor({ ...everything, method }).method;
  expect(methodOf(" SendMessage ")).toBe("SendMessage");
  expect(methodOf("/chatter.user.v1.UserService/GetMe")).toBe("chatter.user.v1.UserService/GetMe");
});

it("does not ask for what can be no method", () => {
  expect(askedFor({ ...everything, method: "send a message" }).method).toBe("");
});
