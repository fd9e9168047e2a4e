// @vitest-environment happy-dom
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { perform, render } from "../../../testing/render.ts";
import { ChannelNameField } from "./channel-name-field.tsx";

async function field() {
  function Held() {
    const [value, setValue] = useState("");
    return (
      <ChannelNameField value={value} error={undefined} onChange={({ target }) => setValue(target.value)} />
    );
  }
  const { container } = await render(<Held />);
  const input = container.querySelector("input");
  if (input === null) throw new Error("There is no field.");
  /** The browser's own typing: it changes the field behind React's back, and tells. */
  const write = (text: string, caret: number, how: InputEventInit = {}) =>
    perform(() => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(input, text);
      input.setSelectionRange(caret, caret);
      input.dispatchEvent(new InputEvent("input", { bubbles: true, ...how }));
    });
  return { input, write };
}

describe("the field of a channel's name", () => {
  it("makes a name of it at once and leaves the caret in its place", async () => {
    const { input, write } = await field();
    await write("team plan", 9);
    await write("tEam-plan", 2);
    expect([input.value, input.selectionStart]).toEqual(["team-plan", 2]);
    await write(" #Team plan", 7);
    expect([input.value, input.selectionStart]).toEqual(["team-plan", 5]);
  });

  it("leaves letters alone that are being composed, until they are", async () => {
    const { input, write } = await field();
    await write("Ｎ", 1, { isComposing: true });
    expect(input.value).toBe("Ｎ");
    await perform(() => void input.dispatchEvent(new CompositionEvent("compositionend", { bubbles: true })));
    expect(input.value).toBe("ｎ");
  });
});
