import { describe, expect, it } from "vitest";
import { stateOf, together } from "./presence.ts";

describe("what is shown of a person", () => {
  it("follows what they do unless they chose otherwise", () => {
    expect(stateOf("automatic", [false, true])).toBe("active");
    expect(stateOf("automatic", [false])).toBe("away");
    expect(stateOf("do_not_disturb", [true])).toBe("do_not_disturb");
    expect(stateOf("away", [true])).toBe("away");
    expect(stateOf("active", [false])).toBe("active");
  });

  it("is offline without a connection, whatever they chose", () => {
    expect(stateOf("do_not_disturb", [])).toBe("offline");
  });

  it("is the most telling of what several servers show", () => {
    expect(together(["away", "active"])).toBe("active");
    expect(together(["away", "do_not_disturb", "active"])).toBe("do_not_disturb");
    expect(together(["away"])).toBe("away");
    expect(together([])).toBe("offline");
  });
});
