// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { htmlToMarkdown } from "./html-to-markdown.ts";

describe("pasted HTML", () => {
  it.each([
    [
      "<p>Make it <b>bold</b>, <em>slanted</em> and <del>gone</del>.</p>",
      "Make it **bold**, *slanted* and ~~gone~~.",
    ],
    ["<p>one<b> two </b>three</p>", "one **two** three"],
    ["<h2>Plan</h2><p>First</p><p>Second</p>", "## Plan\n\nFirst\n\nSecond"],
    ['<p>See <a href="https://a.example/x">the page</a></p>', "See [the page](https://a.example/x)"],
    ['<a href="https://a.example/">https://a.example</a>', "https://a.example/"],
    ['<b>x</b> <a href="javascript:alert(1)">click</a>', "**x** click"],
    ["<ul><li>one</li><li>two<ol><li>deep</li></ol></li></ul>", "- one\n- two\n  1. deep"],
    ["<p>Run <code>make up</code></p><pre>a\n  b\n</pre>", "Run `make up`\n\n```\na\n  b\n```"],
    ["<blockquote><p>said</p><p>twice</p></blockquote>", "> said\n>\n> twice"],
    [
      "<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td><td>3</td></tr></table>",
      "| a | b |\n| --- | --- |\n| 1\\|2 | 3 |",
    ],
    ['<b style="font-weight:normal"><p>Copied from <i>a</i> document</p></b>', "Copied from *a* document"],
  ])("%s becomes Markdown", (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown);
  });

  it("is left to its plain text when it only has colours", () => {
    expect(
      htmlToMarkdown('<div style="font-family: monospace"><span style="color:red">const</span> a</div>'),
    ).toBeUndefined();
  });

  it("runs no script", () => {
    expect(htmlToMarkdown("<b>x</b><script>alert(1)</script><style>b{}</style>")).toBe("**x**");
  });
});
