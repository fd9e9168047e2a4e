// @vitest-environment happy-dom
import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { perform, render } from "../testing/render.ts";
import { MessageTextContext } from "./context.ts";
import { MessageText } from "./message-text.tsx";

const usr = "usr_2abcdefghijklmnopqrstuvwxyz";

let messages = 0;
function message(text: string) {
  messages += 1;
  return <MessageText messageId={`msg_${messages}`} revision={1} text={text} />;
}

const fragments = fc.constantFrom(
  ..."*|**|_|~~|`|```|||| |[|](|)|!|<|>|javascript:|data:text/html,|https://|a.b|mailto:|@|:|&#106;|\\|\n|\n\n|- |1. |# |> ".split(
    "|",
  ),
  "||",
  "|-|-|",
  "\u0000",
  "\t",
  "<script>",
  "<img src=x onerror=alert(1)>",
  "JAVASCRIPT&colon;",
  `<@${usr}>`,
  "<!here>",
  "alert(1)",
);
const hostile = fc.array(fc.oneof(fragments, fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 40 });

describe("the text of a message", () => {
  it("renders whatever is written, and no link leads to a script", () => {
    fc.assert(
      fc.property(hostile, (parts) => {
        const html = renderToStaticMarkup(message(parts.join("")));
        const page = new DOMParser().parseFromString(html, "text/html");
        expect(page.querySelector("script, img, iframe, object, style, [onerror], [onclick]")).toBeNull();
        for (const link of page.querySelectorAll("a")) {
          expect(link.getAttribute("href")).toMatch(/^(?:https?|mailto):/);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("opens links elsewhere in a new tab that learns nothing of this one", () => {
    expect(renderToStaticMarkup(message("https://example.org"))).toContain(
      'target="_blank" rel="noopener noreferrer',
    );
  });

  it("opens links into itself without loading anew", async () => {
    const opened: string[] = [];
    const context = {
      person: () => undefined,
      channel: () => undefined,
      onOpenPath: opened.push.bind(opened),
    };
    const { container } = await render(
      <MessageTextContext value={context}>
        {message(`${window.location.origin}/c/launch?m=1`)}
      </MessageTextContext>,
    );
    await perform(() => container.querySelector("a")?.click());
    expect(opened).toEqual(["/c/launch?m=1"]);
  });

  it("names the people it mentions and marks the reader", () => {
    const context = { person: () => ({ name: "Mei", isMe: true }), channel: () => undefined };
    const html = renderToStaticMarkup(
      <MessageTextContext value={context}>{message(`Thanks <@${usr}>`)}</MessageTextContext>,
    );
    expect(html).toContain('<span class="md-mention md-mention-me">@Mei</span>');
  });

  it("keeps a spoiler from everybody until it is asked for", async () => {
    const { container } = await render(message("It was ||the butler||"));
    expect(container.querySelector("[inert]")?.textContent).toBe("the butler");
    await perform(() => container.querySelector("button")?.click());
    expect(container.querySelector("[inert]")).toBeNull();
    expect(container.textContent).toBe("It was the butler");
  });

  it("shows a few emoji alone in large", () => {
    expect(renderToStaticMarkup(message("🎉 👍🏽 :tada:"))).toContain("md-emoji-only");
    expect(renderToStaticMarkup(message("🎉 done"))).not.toContain("md-emoji-only");
    expect(renderToStaticMarkup(message("12"))).not.toContain("md-emoji-only");
  });
});
