import { describe, expect, it } from "vitest";
import { fold, readName, tidy } from "./text.ts";

describe("text that people give themselves", () => {
  it("stays on its line and turns nothing around it", () => {
    expect(tidy("  Ada\nLovelace\u202E\u2066 ")).toBe("Ada Lovelace");
    expect(tidy("a\u0000b")).toBe("a b");
  });

  it("keeps joined emoji and accents", () => {
    expect(tidy("👩‍🚀")).toBe("👩‍🚀");
    expect(tidy("e\u0301")).toBe("\u00e9");
  });

  it("is no name without something to see", () => {
    expect(readName("山田")).toBe("山田");
    for (const text of ["", "  ", "\u200B", "\u202E"]) expect(() => readName(text)).toThrow("A name needs");
  });
});

describe("folding", () => {
  it("makes alike what differs by case and accents only", () => {
    expect(fold("ÉMILE")).toBe(fold("émile"));
    expect(fold("Émile")).toBe("emile");
  });

  it("keeps to a length that fits an index, whatever it unfolds to", () => {
    expect(fold("\uFDFA".repeat(80)).length).toBeLessThanOrEqual(60);
  });
});
