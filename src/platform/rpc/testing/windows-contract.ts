import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type OpenWindow, takeOne } from "../windows.ts";

/** What limits rely on, wherever tries are counted; `open` gives one more server that counts with the others. */
export function describeWindows(name: string, open: () => OpenWindow): void {
  describe(`tries counted ${name}`, () => {
    const windowOf = (openWindow: OpenWindow, seconds = 60) => {
      const options = { name: randomUUID(), tries: 2, seconds };
      return { options, window: openWindow(options) };
    };

    it("are granted until they are used up, each one's own, and then tell how long to wait", async () => {
      const { window } = windowOf(open());
      const ada = `${"a".repeat(250)}@example.org`;
      expect([await takeOne(window, ada), await takeOne(window, ada)]).toEqual([undefined, undefined]);
      const wait = await takeOne(window, ada);
      expect(wait).toBeGreaterThan(50_000);
      expect(wait).toBeLessThanOrEqual(60_000);
      expect(await takeOne(window, "bob")).toBeUndefined();
    });

    it("are granted again in the next window", async () => {
      const { window } = windowOf(open(), 1);
      for (const _ of [1, 2]) await takeOne(window, "ada");
      await expect.poll(() => takeOne(window, "ada"), { timeout: 5_000, interval: 100 }).toBeUndefined();
    });

    it("are given back, one or all", async () => {
      const { window } = windowOf(open());
      for (const _ of [1, 2]) await takeOne(window, "ada");
      await window.reward("ada", 1);
      expect([await takeOne(window, "ada"), (await takeOne(window, "ada")) !== undefined]).toEqual([
        undefined,
        true,
      ]);
      await window.delete("ada");
      expect(await takeOne(window, "ada")).toBeUndefined();
    });
  });
}

/** Where there may be several servers. */
export function describeSharedWindows(name: string, open: () => OpenWindow): void {
  describeWindows(name, open);
  it(`tries counted ${name} are counted by all servers together, however many come at once`, async () => {
    const options = { name: randomUUID(), tries: 10, seconds: 60 };
    const servers = [open()(options), open()(options)];
    const waits = await Promise.all(
      Array.from({ length: 30 }, (_, n) => takeOne(servers[n % 2] ?? open()(options), "ada")),
    );
    expect(waits.filter((wait) => wait === undefined)).toHaveLength(10);
  });
}
