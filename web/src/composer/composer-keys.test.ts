import { describe, expect, it } from "vitest";
import { type KeySettings, keyAction } from "./composer-keys.ts";

interface Press {
  readonly keys: string;
  readonly text?: string;
  readonly settings?: Partial<KeySettings>;
}

function press({ keys, text = "hello", settings = {} }: Press): string | undefined {
  const parts = keys.split("+");
  const event = {
    key: parts.at(-1) ?? "",
    code: "",
    ctrlKey: parts.includes("Ctrl"),
    shiftKey: parts.includes("Shift"),
    metaKey: false,
    altKey: false,
  };
  const state = { text, start: text.length, end: text.length };
  return keyAction(event, state, { sendOn: "enter", isTouch: false, ...settings })?.type;
}

describe("Enter", () => {
  it("sends, and Shift-Enter breaks the line", () => {
    expect(press({ keys: "Enter" })).toBe("send");
    expect(press({ keys: "Shift+Enter" })).toBe("edit");
  });

  it("breaks the line when Ctrl-Enter was chosen to send", () => {
    expect(press({ keys: "Enter", settings: { sendOn: "mod+enter" } })).toBe("edit");
    expect(press({ keys: "Ctrl+Enter", settings: { sendOn: "mod+enter" } })).toBe("send");
  });

  it("breaks the line on a touch screen", () => {
    expect(press({ keys: "Enter", settings: { isTouch: true } })).toBe("edit");
  });

  it("breaks the line in an open code block", () => {
    expect(press({ keys: "Enter", text: "```\nconst a" })).toBe("edit");
    expect(press({ keys: "Enter", text: "```\nconst a\n```" })).toBe("send");
    expect(press({ keys: "Ctrl+Enter", text: "```\nconst a" })).toBe("send");
  });
});

describe("Up", () => {
  it("edits the last message when nothing is written", () => {
    expect(press({ keys: "ArrowUp", text: "" })).toBe("editLast");
    expect(press({ keys: "ArrowUp" })).toBeUndefined();
  });
});

describe("Tab", () => {
  it("moves a list item and otherwise goes on to the next control", () => {
    expect(press({ keys: "Tab", text: "- one" })).toBe("edit");
    expect(press({ keys: "Tab" })).toBeUndefined();
  });
});

describe("shortcuts", () => {
  it("format what is selected", () => {
    expect(press({ keys: "Ctrl+b" })).toBe("edit");
    expect(press({ keys: "Ctrl+Shift+X" })).toBe("edit");
    expect(press({ keys: "Ctrl+k" })).toBeUndefined();
  });
});
