import type { ModuleManifest } from "../../src/kernel/manifest.ts";

/** File name to Markdown: a page per context and a map of them all. */
export function contextPages(manifests: readonly ModuleManifest[]): ReadonlyMap<string, string> {
  const pages = manifests.map((it) => [`${it.name}.md`, contextPage(it, manifests)] as const);
  return new Map([["README.md", mapPage(manifests)], ...pages]);
}

const notice = "<!-- Generated from the manifests in src/modules/ by `make generate`. Do not edit. -->";

function contextPage(context: ModuleManifest, all: readonly ModuleManifest[]): string {
  const linkOrName = (name: string) => (all.some((it) => it.name === name) ? link(name) : code(name));
  const usedBy = all.filter((it) => it.dependsOn.includes(context.name)).map((it) => it.name);
  return page([
    `# ${context.name}`,
    context.purpose,
    `Code: [src/modules/${context.name}](../../src/modules/${context.name}) · contract: [proto/chatter/${context.name}](../../proto/chatter/${context.name})`,
    ...section("Owns", context.owns),
    ...section("Depends on the contracts of", context.dependsOn.map(linkOrName)),
    ...section("Is depended on by", usedBy.map(link)),
    ...section("Needs, as ports", context.ports.map(code)),
    ...section("Publishes", context.publishes.map(code)),
    ...section("Listens to", context.listens.map(code)),
  ]);
}

function mapPage(manifests: readonly ModuleManifest[]): string {
  const isContext = (name: string) => manifests.some((it) => it.name === name);
  const arrows = manifests.flatMap((it) =>
    it.dependsOn.filter(isContext).map((other) => `  ${it.name} --> ${other}`),
  );
  return page([
    "# The contexts",
    "An arrow points to the context whose published types and events are used. Nothing else crosses a border.",
    ["```mermaid", "graph LR", ...manifests.map((it) => `  ${it.name}`), ...arrows, "```"].join("\n"),
    [
      "| context | purpose |",
      "|---|---|",
      ...manifests.map((it) => `| ${link(it.name)} | ${it.purpose} |`),
    ].join("\n"),
  ]);
}

function page(blocks: readonly string[]): string {
  return `${[notice, ...blocks].join("\n\n")}\n`;
}

function section(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`## ${title}`, items.map((it) => `- ${it}`).join("\n")];
}

function link(name: string): string {
  return `[${name}](${name}.md)`;
}

function code(name: string): string {
  return `\`${name}\``;
}
