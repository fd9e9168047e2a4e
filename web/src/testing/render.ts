import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { onTestFinished } from "vitest";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

export interface Rendered {
  readonly container: HTMLElement;
  readonly rerender: (node: ReactNode) => Promise<void>;
}

/** Mounts an element for one test and takes it away when the test ends. */
export async function render(node: ReactNode): Promise<Rendered> {
  const container = document.body.appendChild(document.createElement("div"));
  const root = createRoot(container);
  const rerender = (next: ReactNode) => act(async () => root.render(next));
  onTestFinished(async () => {
    await act(async () => root.unmount());
    container.remove();
  });
  await rerender(node);
  return { container, rerender };
}

/** Does what a person does and waits until React has answered. */
export function perform(action: () => void | Promise<void>): Promise<void> {
  return act(async () => {
    await action();
  });
}
