// @vitest-environment happy-dom
import { useState } from "react";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { installExecCommand } from "../testing/exec-command.ts";
import { perform, render } from "../testing/render.ts";
import { Composer } from "./composer.tsx";
import { type ComposerProps, maxBytes } from "./composer-props.ts";

beforeAll(installExecCommand);

type Given = Partial<ComposerProps> & { readonly initial?: string };

async function compose({ initial = "", ...props }: Given = {}) {
  function Held() {
    const [value, setValue] = useState(initial);
    return (
      <Composer
        label="Message #launch"
        sources={{}}
        onSend={vi.fn()}
        {...props}
        value={value}
        onChange={setValue}
      />
    );
  }
  const { container } = await render(<Held />);
  const area = container.querySelector("textarea");
  if (area === null) throw new Error("There is no text area.");
  const press = (key: string, more: KeyboardEventInit = {}) =>
    perform(
      () =>
        void area.dispatchEvent(
          new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...more }),
        ),
    );
  const type = (text: string) =>
    perform(() => {
      area.focus();
      document.execCommand("insertText", false, text);
    });
  const options = () => [...container.querySelectorAll("[role=option]")].map((option) => option.textContent);
  return { container, area, press, type, options };
}

describe("the composer", () => {
  it("sends on Enter, but not nothing", async () => {
    const onSend = vi.fn();
    const { press, type } = await compose({ onSend });
    await press("Enter");
    await type("  ");
    await press("Enter");
    expect(onSend).not.toHaveBeenCalled();
    await type("hello");
    await press("Enter");
    expect(onSend).toHaveBeenCalledOnce();
  });

  it("does not send while an input method is choosing a character", async () => {
    const onSend = vi.fn();
    const { press } = await compose({ onSend, initial: "こ" });
    await press("Enter", { isComposing: true });
    expect(onSend).not.toHaveBeenCalled();
  });

  it("refuses what the server would refuse, and says by how much", async () => {
    const onSend = vi.fn();
    const { container, press } = await compose({ onSend, initial: "ö".repeat(maxBytes / 2 + 1) });
    await press("Enter");
    expect(onSend).not.toHaveBeenCalled();
    expect(container.querySelector("[role=status]")?.textContent).toContain("2");
  });

  it("edits the last message on Up when it is empty", async () => {
    const onEditLast = vi.fn();
    const { press } = await compose({ onEditLast });
    await press("ArrowUp");
    expect(onEditLast).toHaveBeenCalledOnce();
  });

  it("formats what is selected", async () => {
    const { area, press } = await compose({ initial: "make this bold" });
    area.focus();
    area.setSelectionRange(5, 9);
    await press("b", { ctrlKey: true });
    expect(area.value).toBe("make **this** bold");
    expect([area.selectionStart, area.selectionEnd]).toEqual([7, 11]);
  });

  it("goes on with a list", async () => {
    const { area, press } = await compose({ initial: "- one" });
    area.focus();
    area.setSelectionRange(5, 5);
    await press("Enter", { shiftKey: true });
    expect(area.value).toBe("- one\n- ");
  });
});

describe("suggestions", () => {
  const people = (query: string) =>
    ["amara", "anders", "mei"]
      .filter((handle) => handle.startsWith(query))
      .map((handle) => ({ id: handle, label: handle, insert: `@${handle}` }));

  it("are walked through and chosen by key", async () => {
    const onSend = vi.fn();
    const { area, press, type, options } = await compose({ onSend, sources: { "@": people } });
    await type("hi @a");
    expect(options()).toEqual(["amara", "anders"]);
    await press("ArrowDown");
    expect(area.getAttribute("aria-activedescendant")).toBe(
      document.querySelector("[aria-selected=true]")?.id,
    );
    await press("Enter");
    expect(area.value).toBe("hi @anders ");
    expect(options()).toEqual([]);
    expect(onSend).not.toHaveBeenCalled();
  });

  it("go away on Escape and stay away for this word", async () => {
    const onCancel = vi.fn();
    const { press, type, options } = await compose({ onCancel, sources: { "@": people } });
    await type("@a");
    await press("Escape");
    await type("n");
    expect(options()).toEqual([]);
    expect(onCancel).not.toHaveBeenCalled();
    await press("Escape");
    expect(onCancel).toHaveBeenCalledOnce();
  });

  it("that cannot be found are no hindrance", async () => {
    const { press, type, area } = await compose({
      sources: { "@": () => Promise.reject(new Error("offline")) },
    });
    await type("@a");
    await press("ArrowDown");
    expect(area.value).toBe("@a");
  });
});
