import { describe, expect, it } from "vitest";
import { excerptOf } from "./excerpt.ts";

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
});
