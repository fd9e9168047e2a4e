const formatting =
  "b, strong, i, em, s, del, strike, code, pre, a[href], ul, ol, blockquote, table, hr, h1, h2, h3, h4, h5, h6";

/** Markdown for what was copied from a page or document; undefined when its plain text says as much. */
export function htmlToMarkdown(html: string): string | undefined {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  if (body.querySelector(formatting) === null) return undefined;
  return tidy(children(body, { indent: "" }));
}

interface Place {
  /** What stands before every line of a nested list. */
  readonly indent: string;
}

const marks: Readonly<Record<string, string>> = {
  B: "**",
  STRONG: "**",
  I: "*",
  EM: "*",
  S: "~~",
  DEL: "~~",
  STRIKE: "~~",
};

function children(element: Element, place: Place): string {
  return [...element.childNodes].map((node) => ofNode(node, place)).join("");
}

function ofNode(node: Node, place: Place): string {
  if (node instanceof Text) return node.data.replace(/[\s\u00A0]+/g, " ");
  return node instanceof HTMLElement ? ofElement(node, place) : "";
}

function ofElement(element: HTMLElement, place: Place): string {
  const mark = marks[element.tagName];
  if (mark !== undefined) return marked(element, mark, place);
  switch (element.tagName) {
    case "BR":
      return "\n";
    case "HR":
      return "\n\n---\n\n";
    case "CODE":
      return `\`${element.textContent}\``;
    case "PRE":
      return `\n\n\`\`\`\n${element.textContent.replace(/\n$/, "")}\n\`\`\`\n\n`;
    case "A":
      return link(element, children(element, place).trim());
    case "IMG":
      return element.getAttribute("alt") ?? "";
    case "UL":
    case "OL":
      return `\n${place.indent === "" ? "\n" : ""}${items(element, place)}\n`;
    case "BLOCKQUOTE":
      return `\n\n${tidy(children(element, place)).replace(/^/gm, "> ")}\n\n`;
    case "TABLE":
      return `\n\n${table(element, place)}\n\n`;
    case "STYLE":
    case "SCRIPT":
    case "TITLE":
      return "";
    default:
      return block(element, children(element, place));
  }
}

function block(element: HTMLElement, content: string): string {
  const heading = /^H([1-6])$/.exec(element.tagName)?.[1];
  if (heading !== undefined) return `\n\n${"#".repeat(Number(heading))} ${content.trim()}\n\n`;
  if (element.tagName === "P") return `\n\n${content}\n\n`;
  return /^(?:DIV|SECTION|ARTICLE|TR)$/.test(element.tagName) ? `\n${content}\n` : content;
}

/** Documents wrap everything in a `<b>` that is not bold; spaces stand outside of marks. */
function marked(element: HTMLElement, mark: string, place: Place): string {
  const content = children(element, place);
  const words = content.trim();
  const isPlain = element.style.fontWeight === "normal" || element.style.fontStyle === "normal";
  if (isPlain || words === "" || words.includes("\n")) return content;
  return content.replace(words, () => mark + words + mark);
}

function link(element: HTMLElement, label: string): string {
  const href = element.getAttribute("href") ?? "";
  if (!/^(?:https?|mailto):/i.test(href) || label === "") return label;
  return label === href || `${label}/` === href ? href : `[${label}](${href})`;
}

function items(list: HTMLElement, { indent }: Place): string {
  return [...list.children]
    .filter((child) => child.tagName === "LI")
    .map((child, index) => {
      const marker = list.tagName === "OL" ? `${index + 1}.` : "-";
      const content = children(child, { indent: `${indent}  ` }).replace(/\n{2,}/g, "\n");
      return `${indent}${marker} ${content.trim()}`;
    })
    .join("\n");
}

function table(element: HTMLElement, place: Place): string {
  const rows = [...element.querySelectorAll("tr")].map((row) =>
    [...row.children].map((cell) =>
      children(cell, place)
        .trim()
        .replace(/\s*\n\s*/g, " ")
        .replaceAll("|", "\\|"),
    ),
  );
  const [head = [], ...rest] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rest.map(line)].join("\n");
}

function tidy(markdown: string): string {
  return markdown
    .replace(/[ \t]+\n/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^(?:[ \t]*\n)+|\s+$/g, "");
}
