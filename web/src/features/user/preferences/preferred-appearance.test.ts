import { describe, expect, it } from "vitest";
import { appearanceOf } from "./preferred-appearance.ts";

describe("how a device looks", () => {
  it("follows the chosen theme and density", () => {
    expect(appearanceOf({ theme: "dark", density: "compact" })).toEqual({
      theme: "dark",
      contrast: "system",
      density: "compact",
    });
  });

  it("has more contrast, light or dark as the system is, in the theme of that name", () => {
    expect(appearanceOf({ theme: "high-contrast", density: "comfortable" })).toEqual({
      theme: "system",
      contrast: "more",
      density: "comfortable",
    });
  });
});
