// @vitest-environment happy-dom
import { createPortal } from "react-dom";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { perform, render } from "../testing/render.ts";
import { Shell } from "./shell.tsx";

const shell = (
  <Shell pane="main" onBack={vi.fn()} sidebar={<button type="button">launch</button>}>
    <textarea aria-label="Message" />
  </Shell>
);

describe("the shell", () => {
  it("has landmarks", async () => {
    const { container } = await render(shell);
    expect(container.querySelector("nav")?.getAttribute("aria-label")).toBe("Channels and conversations");
    expect(container.querySelectorAll("main")).toHaveLength(1);
    expect(container.querySelectorAll("aside")).toHaveLength(0);
  });

  it("begins with links that skip to what one came for", async () => {
    const { container } = await render(shell);
    const skip = [...container.querySelectorAll("button")].find(
      (button) => button.textContent === "Skip to writing",
    );
    await perform(() => skip?.click());
    expect(document.activeElement).toBe(container.querySelector("textarea"));
  });

  it("remembers how wide somebody made the sidebar", async () => {
    const { container } = await render(shell);
    // It is loaded after the first screen.
    const handle = await vi.waitUntil(async () => {
      await perform(() => undefined);
      return container.querySelector("[role=separator]");
    });
    await perform(
      () => void handle.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true })),
    );
    expect(handle.getAttribute("aria-valuenow")).toBe("280");
    expect(localStorage.getItem("chatter.width.sidebar")).toBe("280");
  });

  it("goes back by a swipe on it, not by one in a dialog that was opened from it", async () => {
    const isPhone = window.matchMedia("(min-width: 1px)");
    const media = vi.spyOn(window, "matchMedia").mockReturnValue(isPhone);
    onTestFinished(() => media.mockRestore());
    const onBack = vi.fn();
    await render(
      <Shell pane="main" onBack={onBack} sidebar={null}>
        <p id="said">Hello</p>
        {createPortal(<p id="dialog">Sure?</p>, document.body)}
      </Shell>,
    );
    await swipe("#dialog");
    expect(onBack).not.toHaveBeenCalled();
    await swipe("#said");
    expect(onBack).toHaveBeenCalledTimes(1);
  });
});

async function swipe(selector: string): Promise<void> {
  const touch = (type: string, clientX: number) => {
    const touches = [{ clientX, clientY: 300 }];
    const event = Object.assign(new Event(type, { bubbles: true }), { touches, changedTouches: touches });
    return perform(() => void document.querySelector(selector)?.dispatchEvent(event));
  };
  await touch("touchstart", 40);
  await touch("touchend", 200);
}
