// @vitest-environment happy-dom
import { createRef } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { perform, render } from "../testing/render.ts";
import { lazyMenu } from "./lazy-menu.ts";
import { preloadParts } from "./lazy-part.tsx";
import { MenuPanel } from "./menu-panel.tsx";
import { toastStore } from "./toast-store.ts";

const entriesOf = (label: string) => [{ id: "open", label, onSelect: () => undefined }];

async function open(entries: Parameters<typeof MenuPanel>[0]["entries"]) {
  const triggerRef = createRef<HTMLButtonElement>();
  await render(
    <>
      <button ref={triggerRef} type="button">
        More
      </button>
      <MenuPanel label="More" entries={entries} triggerRef={triggerRef} isOpen onClose={() => undefined} />
    </>,
  );
}

const lines = () => [...document.querySelectorAll("[role=menuitem]")].map((line) => line.textContent);

beforeEach(() => toastStore.setState([], true));

describe("a lazy menu", () => {
  it("shows its entries as soon as their code has come, which is fetched once", async () => {
    const code = Promise.withResolvers<typeof entriesOf>();
    const load = vi.fn(() => code.promise);
    const menu = lazyMenu(load);
    await open(() => menu("Open"));
    expect(lines()).toEqual([]);
    await perform(() => code.resolve(entriesOf));
    expect(lines()).toEqual(["Open"]);
    expect(load).toHaveBeenCalledOnce();
  });

  it("has its entries at once after it was preloaded", async () => {
    const menu = lazyMenu(async () => entriesOf);
    await preloadParts();
    expect(menu("Open")).toMatchObject([{ label: "Open" }]);
  });

  it("says when its code cannot come, and asks for it again at the next opening", async () => {
    const load = vi.fn(() => Promise.reject(new TypeError("404")));
    const menu = lazyMenu(load);
    await open(() => menu());
    expect(toastStore.getState()[0]?.action?.label).toBe("Reload");
    await expect(menu()).rejects.toThrow("404");
    expect(load).toHaveBeenCalledTimes(2);
  });
});
