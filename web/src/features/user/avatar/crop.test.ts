import { describe, expect, it } from "vitest";
import { cropOf } from "./crop.ts";

describe("a picture", () => {
  it("that is a square stays whole", () => {
    expect(cropOf(640, 640)).toEqual({ x: 0, y: 0, side: 640 });
  });

  it("that is wide is cut on both sides", () => {
    expect(cropOf(1000, 400)).toEqual({ x: 300, y: 0, side: 400 });
  });

  it("that is upright keeps more of its upper part, where faces are", () => {
    expect(cropOf(400, 1000)).toEqual({ x: 0, y: 200, side: 400 });
  });
});
