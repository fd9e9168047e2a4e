import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const documents = globSync(["*.md", "docs/**/*.md", "src/**/*.md"]).toSorted();
const link = /(?<!!)\[[^\]]*\]\((?<target>[^)\s]+)\)/g;

/** Links to files of the project; code in a text is no link. */
function linksIn(file: string): string[] {
  const text = readFileSync(file, "utf8").replaceAll(/^```[\s\S]*?^```/gm, "");
  return [...text.matchAll(link)]
    .map((match) => match.groups?.["target"] ?? "")
    .filter((target) => !/^[a-z]+:/.test(target));
}

/** Headings by the names under which they can be linked to. */
function anchorsOf(file: string): Set<string> {
  const headings = readFileSync(file, "utf8").matchAll(/^#+ (?<heading>.+)$/gm);
  const plain = (heading: string) => heading.replaceAll(/\[([^\]]*)\]\([^)]*\)|`/g, "$1").toLowerCase();
  return new Set(
    [...headings].map(({ groups }) =>
      plain(groups?.["heading"] ?? "")
        .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

describe("the documents", () => {
  it.each(documents)("%s links to what is there", (document) => {
    const broken = linksIn(document).filter((target) => {
      const [path = "", anchor] = target.split("#");
      const file = path === "" ? document : join(dirname(document), path);
      return !existsSync(file) || (anchor !== undefined && !anchorsOf(file).has(anchor));
    });
    expect(broken).toEqual([]);
  });

  it("are all reached from one another, beginning with the README", () => {
    const reached = new Set<string>();
    const visit = (document: string): void => {
      if (reached.has(document)) return;
      reached.add(document);
      for (const target of linksIn(document)) {
        const file = join(dirname(document), target.split("#", 1)[0] ?? "");
        if (file.endsWith(".md") && existsSync(file)) visit(file);
      }
    };
    visit("README.md");
    expect(documents.filter((document) => !reached.has(document))).toEqual([]);
  });
});
