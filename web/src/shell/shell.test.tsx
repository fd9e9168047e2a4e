import { describe, expect, it, vi } from "vitest";
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
    const handle = container.querySelector("[role=separator]");
    await perform(
      () => void handle?.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight", bubbles: true })),
    );
    expect(handle?.getAttribute("aria-valuenow")).toBe("280");
    expect(localStorage.getItem("chatter.width.sidebar")).toBe("280");
  });
});
