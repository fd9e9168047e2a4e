import { describe, expect, it } from "vitest";
import { type Inline, text } from "./nodes.ts";
import { parse } from "./parse.ts";
import { plainText } from "./plain-text.ts";

const usr = "usr_2abcdefghijklmnopqrstuvwxyz";
const chn = "chn_2abcdefghijklmnopqrstuvwxyz";
const names = { person: () => "Mei", channel: () => "launch" };

function line(source: string): readonly Inline[] {
  const [block, ...more] = parse(source);
  if (block?.type !== "paragraph" || more.length > 0) throw new Error(`Not one paragraph: ${source}`);
  return block.children;
}

const types = (source: string) => line(source).map((node) => node.type);

describe("within a line", () => {
  it("reads bold, italic, strike, code and spoilers", () => {
    expect(types("**a** _b_ ~~c~~ ~d~ `e` ||f||").filter((type) => type !== "text")).toEqual([
      "strong",
      "emphasis",
      "strike",
      "strike",
      "code",
      "spoiler",
    ]);
  });

  it("leaves names with underscores and products with spaces alone", () => {
    expect(line("send_message_now 2 * 3 * 4")).toEqual([
      { type: "text", value: "send_message_now 2 * 3 * 4" },
    ]);
  });

  it("does not take logical or for a spoiler", () => {
    expect(types("if (a || b || c)")).toEqual(["text"]);
  });

  it("keeps every line break", () => {
    expect(types("one\ntwo\nthree")).toEqual(["text", "break", "text", "break", "text"]);
  });

  it("shows HTML as it was typed", () => {
    expect(line("<b onclick=x>hi</b> &amp;")).toEqual([{ type: "text", value: "<b onclick=x>hi</b> &amp;" }]);
  });

  it("recognises people, channels and everyone", () => {
    expect(line(`<@${usr}><#${chn}><!channel><!here>`)).toEqual([
      { type: "person", userId: usr },
      { type: "channel", channelId: chn },
      { type: "everyone", scope: "channel" },
      { type: "everyone", scope: "here" },
    ]);
  });

  it("recognises no mention in code", () => {
    expect(line(`\`<@${usr}>\``)).toEqual([{ type: "code", value: `<@${usr}>` }]);
  });

  it("recognises emoji by name but not the minutes of a time", () => {
    expect(types("at 10:30:45 :tada:")).toEqual(["text", "emoji"]);
  });
});

describe("an address", () => {
  const links = (source: string) => line(source).flatMap((node) => (node.type === "link" ? node.href : []));

  it("is a link by itself, without the punctuation around it", () => {
    expect(links("(see https://example.org/a_(b)), www.example.com/x_y_z.")).toEqual([
      "https://example.org/a_(b)",
      "https://www.example.com/x_y_z",
    ]);
  });

  it("is a link inside of bold and spoilers without swallowing their marks", () => {
    expect(plainText(parse("**https://example.org/** x"), names)).toBe("https://example.org/ x");
    expect(types("||https://example.org||")).toEqual(["spoiler"]);
  });

  it("can be an e-mail address", () => {
    expect(links("write to mei@example.co.uk.")).toEqual(["mailto:mei@example.co.uk"]);
  });

  it("is never fetched as an image", () => {
    expect(links("![chart](https://example.org/c.png)")).toEqual(["https://example.org/c.png"]);
  });

  it("stays text when it leads to a script", () => {
    expect(line("[x](javascript:alert(1))")).toEqual([{ type: "text", value: "[x](javascript:alert(1))" }]);
  });

  it("holds no second link", () => {
    expect(line("[a@example.org](https://example.org)")).toEqual([
      { type: "link", href: "https://example.org/", children: [{ type: "text", value: "a@example.org" }] },
    ]);
  });
});

describe("on lines of its own", () => {
  const blocks = (source: string) => parse(source).map((block) => block.type);

  it("reads headings, quotes, lists, code, tables and rules", () => {
    const source = "# a\n> b\n\n- c\n\n1. d\n\n```ts\ne\n```\n\nf|g\n-|-\n1|2\n\n---";
    expect(blocks(source)).toEqual(["heading", "quote", "list", "list", "codeBlock", "table", "rule"]);
  });

  it("knows tasks and whether they are done", () => {
    const [list] = parse("- [x] ship\n- [ ] rest\n- plain");
    expect(list?.type === "list" && list.items.map((item) => item.done)).toEqual([true, false, undefined]);
  });

  it("counts an ordered list from its first number", () => {
    expect(parse("7. seven\n8. eight")[0]).toMatchObject({ type: "list", start: 7 });
  });

  it("takes neither an underline for a heading nor an indent for code", () => {
    expect(blocks("Total\n-----x\n    indented\n===")).toEqual(["paragraph"]);
  });

  it("names the language of a code block", () => {
    expect(parse("```TypeScript title=x\na < b\n```")).toEqual([
      { type: "codeBlock", language: "typescript", value: "a < b" },
    ]);
  });

  it("shows what is nested beyond reason as it was typed", () => {
    expect(JSON.stringify(parse(`${"> ".repeat(40)}deep`))).toContain("> > deep");
  });
});

describe("formulas", () => {
  const math = (tex: string) => ({ type: "math", tex });

  it("stand in a line between two dollars each", () => {
    expect(parse("so $$a_1 * b_2$$ it is")).toEqual([
      { type: "paragraph", children: [text("so "), math("a_1 * b_2"), text(" it is")] },
    ]);
  });

  it("stand apart where they have lines of their own, or a block of code called math or latex", () => {
    expect(parse("$$\nE = mc^2\n$$")).toEqual([math("E = mc^2")]);
    expect(parse("```math\n\\sum_i x_i\n```")).toEqual([math("\\sum_i x_i")]);
    expect(parse("```latex\nx\n```")).toEqual([math("x")]);
  });

  it.each(["$5 or $10", "pid $$", "$$ $$", "$$a$b$$", "a `$$x$$` b"])("are not %j", (source) => {
    expect(JSON.stringify(parse(source))).not.toContain('"math"');
  });
});

describe("plain text", () => {
  it("is one line, names what is mentioned and keeps spoilers", () => {
    const source = `**Hi** <@${usr}>, see <#${chn}>\n- one\n- ||two||`;
    expect(plainText(parse(source), names)).toBe("Hi @Mei, see #launch one, …");
  });
});

describe("hostile text", () => {
  const long = (part: string) => part.repeat(40_000 / part.length);

  it.each([
    "*a ",
    "**a _b ",
    "[",
    "[a](",
    "![",
    "`a``",
    "> ",
    "- ",
    "||a ",
    "<a ",
    "a@b.",
    "http://)",
    "_",
    "~a ",
    "$$a",
    "$$",
  ])(
    "of 40,000 characters of %j costs no more than ten times what harmless text of that length does",
    (part) => {
      const harmless = cheapest(long("*some* `words` "));
      expect(cheapest(long(part))).toBeLessThan(10 * harmless);
    },
  );

  /** In microseconds of this process, which a busy machine does not lengthen as it does the time that passes. */
  function cheapest(source: string): number {
    return Math.min(...[1, 2, 3].map(() => costOf(source)));
  }

  function costOf(source: string): number {
    const start = process.cpuUsage();
    parse(source);
    const { user, system } = process.cpuUsage(start);
    return user + system;
  }
});
