import { describe, expect, it } from "vitest";
import { excerptOf, excerptOfFiles } from "./excerpt.ts";

const ada = `usr_${"a".repeat(27)}`;
const excerpt = (text: string) => excerptOf(text, (id) => (id === ada ? "Ada" : undefined));

describe("an excerpt", () => {
  it("is one line without marks, with the names of who is mentioned", () => {
    expect(excerpt(`## Hi <@${ada}>\n- **bold** and _soft_ \`code\`\n> [a link](https://x.y)`)).toBe(
      "Hi @Ada bold and soft code a link",
    );
    expect(excerpt(`<!channel> <@usr_${"b".repeat(27)}> snake_case 2*3*4`)).toBe(
      "@channel @… snake_case 2*3*4",
    );
  });

  it("hides what is hidden", () => {
    expect(excerpt("the butler: ||did it|| again")).toBe("the butler: … again");
  });

  it("is cut between letters", () => {
    expect(excerpt("🌷".repeat(300))).toBe(`${"🌷".repeat(199)}…`);
  });

  it("names files as they are called, and nothing where there are none", () => {
    expect(excerptOfFiles(["*plan*.pdf", "a_b_.png"])).toBe("📎 *plan*.pdf, a_b_.png");
    expect(excerptOfFiles(["x".repeat(300)])).toBe(`📎 ${"x".repeat(197)}…`);
    expect(excerptOfFiles([])).toBe("");
  });
});
