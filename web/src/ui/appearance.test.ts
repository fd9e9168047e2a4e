// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import bootScript from "../../public/appearance.js?raw";
import { setAppearance } from "./appearance.ts";

const root = document.documentElement;

beforeEach(() => {
  setAppearance({ theme: "system", contrast: "system", density: "comfortable", motion: "system" });
});

describe("the appearance", () => {
  it("is the system's until something is chosen", () => {
    expect({ ...root.dataset }).toEqual({});
  });

  it("changes at once", () => {
    setAppearance({ theme: "dark", density: "compact" });
    expect({ ...root.dataset }).toEqual({ theme: "dark", density: "compact" });
  });

  it("is what the script before the first paint makes of it", () => {
    setAppearance({ theme: "dark", contrast: "more", density: "compact", motion: "reduced" });
    const chosen = { ...root.dataset };
    for (const name of Object.keys(chosen)) delete root.dataset[name];
    const script = vi.spyOn(document, "currentScript", "get");
    script.mockReturnValue(document.createElement("script"));
    new Function(bootScript)();
    script.mockRestore();
    expect({ ...root.dataset }).toEqual(chosen);
  });
});
