import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openTabs, type Tabs } from "./tabs.ts";

const opened: Tabs<string>[] = [];

function open(): Tabs<string> {
  const tabs = openTabs<string>("test");
  opened.push(tabs);
  return tabs;
}

/** The next thing that one tab hears, once another has said it. */
const heardBy = (listener: Tabs<string>, say: () => void) =>
  new Promise<string>((resolve) => {
    listener.hear(resolve);
    say();
  });

beforeEach(() => {
  // As on a page that is not secure.
  vi.stubGlobal("navigator", {});
});
afterEach(() => {
  vi.unstubAllGlobals();
  for (const tabs of opened.splice(0)) tabs.close();
});

describe("tabs without locks", () => {
  it("hear each other", async () => {
    const [one, two] = [open(), open()];
    expect(await heardBy(two, () => one.tell("hello"))).toBe("hello");
  });

  it("take another for gone that they did not hear, and not one that they did", async () => {
    const [one, two] = [open(), open()];
    const gone = vi.fn<() => void>();
    two.whenGone(one.id, gone);
    expect(gone).toHaveBeenCalledOnce();
    await heardBy(two, () => one.tell("hello"));
    two.whenGone(one.id, gone);
    expect(gone).toHaveBeenCalledOnce();
  });
});
