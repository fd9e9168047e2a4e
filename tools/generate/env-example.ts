import type { z } from "zod";

const introduction = `# Every setting, with its default and its meaning. Copy this file to .env and set what should differ: make
# reads it. What stands in the environment wins over the file.
# Generated from cmd/environment.ts by \`make generate\`.
`;

/** The text of .env.example: a commented-out line per variable, under what it means. */
export function envExample({ shape }: z.ZodObject): string {
  const blocks = Object.entries(shape).map(([name, schema]) => {
    const value = schema as z.ZodType;
    return `\n${comment(value.description ?? "")}\n#${name}=${written(value.safeParse(undefined).data)}\n`;
  });
  return introduction + blocks.join("");
}

function written(value: unknown): string {
  const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
  return /[\s<>#"'$]/.test(text) ? `"${text}"` : text;
}

function comment(text: string): string {
  const lines = text.match(/\S(?:.{0,105}\S)?(?=\s|$)/g) ?? [];
  return lines.map((line) => `# ${line}`).join("\n");
}
