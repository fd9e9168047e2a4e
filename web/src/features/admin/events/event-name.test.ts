import { expect, it } from "vitest";
import { eventName } from "./event-name.ts";

it("an event is called by the words of its type", () => {
  expect(eventName("chatter.auth.events.v1.AccountRegistered")).toBe("Account registered");
  expect(eventName("chatter.user.events.v1.OrgRenamed")).toBe("Org renamed");
  expect(eventName("")).toBe("");
});
