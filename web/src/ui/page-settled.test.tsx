// @vitest-environment happy-dom
import { expect, it, vi } from "vitest";
import { render } from "../testing/render.ts";
import { EmptyState } from "./empty-state.tsx";
import { whenPageSettled } from "./page-settled.ts";

it("lets what comes later begin once, when there is something to look at or nothing to wait for", async () => {
  const work = vi.fn<() => void>();
  whenPageSettled(work);
  expect(work).not.toHaveBeenCalled();
  await render(
    <EmptyState icon={null} title="Nothing is here">
      Go home.
    </EmptyState>,
  );
  await render(
    <EmptyState icon={null} title="Nothing is there">
      Go home.
    </EmptyState>,
  );
  expect(work).toHaveBeenCalledOnce();
});
