import { describe, expect, it } from "vitest";
import { isCalled } from "./is-called.ts";

const tomas = { name: "Tomás Ruiz", handle: "truiz" };

describe("somebody is called", () => {
  it.each(["", "tomas", "TOMÁS R", "ruiz", "@trui", " ruiz "])("%j by name or handle", (query) => {
    expect(isCalled(tomas, query)).toBe(true);
  });

  it("nothing else", () => {
    expect(isCalled(tomas, "tomasr")).toBe(false);
  });
});
