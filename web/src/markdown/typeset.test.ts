// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";

// What happy-dom lacks: it does not say that it follows the standards, and MathML has no style there.
Object.defineProperty(document, "compatMode", { value: "CSS1Compat" });
Object.defineProperty(Element.prototype, "style", { get: () => ({}), configurable: true });
const { typeset } = await import("./typeset.ts");

describe("a formula", () => {
  it("is MathML", () => {
    const formula = typeset("\\frac{a}{b}", false);
    expect(formula?.localName).toBe("math");
    expect(formula?.querySelector("mfrac")?.textContent).toBe("ab");
  });

  it("that stands apart is displayed larger", () => {
    expect(typeset("\\sum_i x_i", true)?.getAttribute("display")).toBe("block");
  });

  it.each(["\\frac{a", "\\nonsense", "\\def\\a{\\a\\a}\\a", "{".repeat(2_000), "x^"])(
    "that cannot be read (%j) is none",
    (tex) => {
      expect(typeset(tex, false)).toBeUndefined();
    },
  );

  it.each([
    "\\href{javascript:alert(1)}{x}",
    "\\url{https://example.org}",
    "\\class{fixed inset-0}{x}",
    "\\id{root}{x}",
    "\\includegraphics{https://example.org/a.png}",
    "\\style{position:fixed}{x}",
  ])("leads nowhere, fetches nothing and takes no place of others: %s", (tex) => {
    const formula = typeset(tex, false);
    expect(formula?.querySelector("a, img, [href], [src], [id], .fixed") ?? null).toBeNull();
    expect(formula?.outerHTML ?? "").not.toContain("position");
  });

  it("cannot be made larger than a page", () => {
    expect(typeset("\\rule{9999em}{9999em}", false)?.outerHTML ?? "").not.toContain("9999");
  });
});
