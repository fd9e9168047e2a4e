// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { perform, render } from "../../../../testing/render.ts";
import { focusBeside, moveAmongRows } from "./row-keys.ts";

async function list() {
  const { container } = await render(
    <div role="group" onKeyDown={moveAmongRows}>
      <input type="search" />
      <input type="checkbox" />
      <ul>
        {["a", "b"].map((name) => (
          <li key={name}>
            <button type="button" id={name}>
              {name}
            </button>
            <button type="button" id={`${name}-more`}>
              more
            </button>
          </li>
        ))}
      </ul>
    </div>,
  );
  const focus = (selector: string) => container.querySelector<HTMLElement>(selector)?.focus();
  const press = (key: string) =>
    perform(() => {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }),
      );
    });
  return { focus, press, focused: () => document.activeElement?.id || document.activeElement?.tagName };
}

describe("arrow keys in a list", () => {
  it("go from the search field down the rows and back", async () => {
    const { focus, press, focused } = await list();
    focus("[type=search]");
    await press("ArrowDown");
    await press("ArrowDown");
    expect(focused()).toBe("b");
    await press("ArrowDown");
    expect(focused()).toBe("b");
    await press("ArrowUp");
    await press("ArrowUp");
    expect(focused()).toBe("INPUT");
  });

  it("go on from a further button of a row", async () => {
    const { focus, press, focused } = await list();
    focus("#a-more");
    await press("ArrowDown");
    expect(focused()).toBe("b");
  });

  it("are left alone elsewhere", async () => {
    const { focus, press, focused } = await list();
    focus("[type=checkbox]");
    await press("ArrowDown");
    expect(focused()).toBe("INPUT");
  });
});

describe("a row that goes", () => {
  it("leaves the focus to the next one, or to the one before it at the end", async () => {
    const { focused } = await list();
    focusBeside(document.querySelector("li"));
    expect(focused()).toBe("b");
    focusBeside(document.querySelector("li + li"));
    expect(focused()).toBe("a");
  });
});
