import { describe, expect, it } from "vitest";
import { planned } from "./scheduled.ts";

const now = new Date("2026-03-28T08:00:00Z");
const at = (sendAt: string, text = "hello") => planned({ text, sendAt: new Date(sendAt) }, now);

describe("a moment to send at", () => {
  it("is in the future, and at most a year ahead", () => {
    expect(at("2026-03-28T08:00:00.001Z").sendAt).toEqual(new Date("2026-03-28T08:00:00.001Z"));
    expect(at("2027-03-28T08:00:00Z")).toMatchObject({ text: "hello", failure: undefined });
  });

  it("is refused where it has passed or is too far away", () => {
    expect(() => at("2026-03-28T08:00:00Z")).toThrow(expect.objectContaining({ reason: "SEND_TIME_PAST" }));
    expect(() => at("2027-04-01T08:00:00Z")).toThrow(
      expect.objectContaining({ reason: "SEND_TIME_TOO_FAR" }),
    );
  });
});

describe("what is to be sent", () => {
  it("is what a message may hold", () => {
    expect(at("2026-03-29T08:00:00Z", "hello \n ").text).toBe("hello");
    expect(() => at("2026-03-29T08:00:00Z", " ")).toThrow(
      expect.objectContaining({ reason: "MESSAGE_EMPTY" }),
    );
  });
});
