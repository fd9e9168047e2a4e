import { fileURLToPath } from "node:url";

/** lucide's maker of components, for themes, several frameworks and old names, replaced by one for what we use. */
export function leanIconMaker(code: string): string {
  if (!code.includes("createLucideIcon as default"))
    throw new Error("lucide makes its icons in another way.");
  return `export { default } from ${JSON.stringify(fileURLToPath(import.meta.resolve("./lean-icon.ts")))};`;
}

/** An icon without the keys of its parts, which are always the same parts, and without its old names. */
export function leanIcon(code: string): string {
  if (!code.includes("__iconData")) return code;
  const lean = code
    .replace(/,\s*key: "[^"]*"/g, "")
    .replace(/,\s*aliases: \[[^\]]*\]/, "")
    .replace("\n__iconData.node;", "");
  if (!lean.includes("node: [")) throw new Error("lucide draws its icons in another way.");
  return lean;
}
