// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { perform, render } from "../testing/render.ts";
import { ToastRegion } from "./toast-region.tsx";
import { showToast, toastStore } from "./toast-store.ts";

beforeEach(() => {
  toastStore.setState([], true);
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

describe("a toast", () => {
  it("goes away by itself", async () => {
    const { container } = await render(<ToastRegion />);
    await perform(() => void showToast({ text: "Message deleted" }));
    expect(container.textContent).toContain("Message deleted");
    await perform(() => void vi.advanceTimersByTime(6_000));
    expect(container.textContent).not.toContain("Message deleted");
  });

  it("stays while somebody points at it", async () => {
    const { container } = await render(<ToastRegion />);
    await perform(() => void showToast({ text: "Message deleted" }));
    const region = container.querySelector("section");
    await perform(() => void region?.dispatchEvent(new PointerEvent("pointerover", { bubbles: true })));
    await perform(() => void vi.advanceTimersByTime(60_000));
    expect(container.textContent).toContain("Message deleted");
  });

  it("runs its action and is done", async () => {
    const undo = vi.fn();
    const { container } = await render(<ToastRegion />);
    await perform(() => void showToast({ text: "Message deleted", action: { label: "Undo", run: undo } }));
    await perform(() => container.querySelector("button")?.click());
    expect(undo).toHaveBeenCalledOnce();
    expect(container.textContent).toBe("");
  });

  it("makes room for newer ones", async () => {
    for (const n of [1, 2, 3, 4, 5]) showToast({ text: `Toast ${n}` });
    expect(toastStore.getState().map((toast) => toast.text)).toEqual([
      "Toast 2",
      "Toast 3",
      "Toast 4",
      "Toast 5",
    ]);
  });
});
