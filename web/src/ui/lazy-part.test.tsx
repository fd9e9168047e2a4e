// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { render } from "../testing/render.ts";
import { lazyPart, preloadParts } from "./lazy-part.tsx";
import { toastStore } from "./toast-store.ts";

function Menu({ label }: { readonly label: string }) {
  return <p>{label}</p>;
}

beforeEach(() => toastStore.setState([], true));

describe("a lazy part", () => {
  it("is fetched when it is first shown", async () => {
    const load = vi.fn(async () => Menu);
    const Part = lazyPart(load);
    expect(load).not.toHaveBeenCalled();
    const { container } = await render(<Part label="Open" />);
    expect(container.textContent).toBe("Open");
  });

  it("is there at once after it was preloaded", async () => {
    const load = vi.fn(async () => Menu);
    const Part = lazyPart(load);
    await preloadParts();
    await render(<Part label="Open" />);
    expect(load).toHaveBeenCalledOnce();
  });

  it("that cannot be fetched offers to reload and leaves the rest alone", async () => {
    const Part = lazyPart<{ readonly label: string }>(() => Promise.reject(new TypeError("404")));
    const { container } = await render(
      <>
        <Part label="Open" />
        <p>rest</p>
      </>,
    );
    expect(container.textContent).toBe("rest");
    expect(toastStore.getState()[0]?.action?.label).toBe("Reload");
  });
});
