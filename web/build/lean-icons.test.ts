// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { Lock, MessageSquareReply, Pin, Star } from "lucide-react";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import createIcon, { type IconData, type IconProps } from "./lean-icon.ts";
import { leanIcon, leanIconMaker } from "./lean-icons.ts";

const library = join(createRequire(import.meta.url).resolve("lucide-react"), "../../esm");
const codeOf = (file: string) => readFileSync(join(library, file), "utf8");
const icons = {
  lock: Lock,
  "message-square-reply": MessageSquareReply,
  pin: Pin,
  star: Star,
};
const uses: readonly IconProps[] = [
  {},
  { size: 16, className: "text-ink3 rtl:-scale-x-100" },
  { size: 18, "aria-hidden": true },
  { size: 16, role: "img", "aria-label": "Done" },
];

async function leanDataOf(name: string): Promise<IconData> {
  const code = leanIcon(codeOf(`icons/${name}.mjs`)).replace(
    /^import .*$/m,
    "const createLucideIcon = () => {};",
  );
  const { __iconData: data } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
  return data;
}

function drawn(markup: string) {
  document.body.innerHTML = markup;
  const elements = [...document.body.querySelectorAll("*")];
  return elements.map(({ tagName, attributes }) => [
    tagName,
    Object.fromEntries([...attributes].map(({ name, value }) => [name, value])),
  ]);
}

describe("an icon for the browser", () => {
  it("is drawn as the library draws it", async () => {
    for (const [name, Full] of Object.entries(icons)) {
      const Lean = createIcon(await leanDataOf(name));
      for (const props of uses) {
        const full = drawn(renderToStaticMarkup(createElement(Full, props)));
        expect(drawn(renderToStaticMarkup(createElement(Lean, props)))).toEqual(full);
      }
    }
  });

  it("is refused where it is not what it was", () => {
    expect(leanIconMaker(codeOf("createLucideIcon.mjs"))).toContain("lean-icon.ts");
    expect(() => leanIconMaker("export { make as default }")).toThrow("in another way");
    expect(() => leanIcon("const __iconData = [];")).toThrow("in another way");
  });
});
