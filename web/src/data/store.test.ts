import { describe, expect, it, vi } from "vitest";
import { createCell, createStore } from "./store.ts";

describe("a store", () => {
  it("tells once of many changes in one task, and only those who follow the key", async () => {
    const store = createStore<string, number>();
    const [a, b, all] = [vi.fn(), vi.fn(), vi.fn()];
    store.subscribe("a", a);
    store.subscribe("b", b);
    store.subscribeAll(all);
    store.set("a", 1);
    store.set("a", 2);
    expect(a).not.toHaveBeenCalled();
    await Promise.resolve();
    expect(a).toHaveBeenCalledOnce();
    expect(all).toHaveBeenCalledOnce();
    expect(b).not.toHaveBeenCalled();
  });

  it("tells nobody when the value is the same", async () => {
    const cell = createCell(1);
    const listener = vi.fn();
    const leave = cell.subscribe(listener);
    cell.set(1);
    await Promise.resolve();
    expect(listener).not.toHaveBeenCalled();
    leave();
    cell.set(2);
    await Promise.resolve();
    expect(listener).not.toHaveBeenCalled();
  });
});
