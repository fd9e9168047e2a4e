import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createGroupCommit, type GroupCommitOptions } from "./group-commit.ts";

interface Item {
  readonly key: string;
  readonly bad?: boolean;
}

class BadItem extends Error {}

function setUp(overrides: Partial<GroupCommitOptions<Item, string>> = {}) {
  const batches: string[][] = [];
  const gates: (() => void)[] = [];
  const commit = createGroupCommit<Item, string>({
    flush: async (items) => {
      await new Promise<void>((open) => gates.push(open));
      if (items.some((item) => item.bad)) throw new BadItem();
      batches.push(items.map((item) => item.key));
      return items.map((item) => `written ${item.key}`);
    },
    mayBeOneItem: (error) => error instanceof BadItem,
    keyOf: (item) => item.key,
    sizeOf: (item) => item.key.length,
    mostItems: 100,
    mostSize: 1_000,
    mostWaiting: 1_000,
    full: () => new Error("full"),
    ...overrides,
  });
  const openAll = async () => {
    for (let turns = 0; turns < 500; turns++) {
      gates.shift()?.();
      await Promise.resolve();
    }
  };
  return { commit, batches, gates, openAll };
}

describe("group commit", () => {
  it("gathers what arrives while a flush is in flight into the next batch", async () => {
    const { commit, batches, gates, openAll } = setUp();
    const first = commit.add({ key: "a" });
    await Promise.resolve();
    expect(gates).toHaveLength(1);
    const others = ["b", "c", "d"].map((key) => commit.add({ key }));
    await openAll();
    expect(await first).toBe("written a");
    expect(await Promise.all(others)).toEqual(["written b", "written c", "written d"]);
    expect(batches).toEqual([["a"], ["b", "c", "d"]]);
  });

  it("writes items under one key once and answers each of them", async () => {
    const { commit, batches, openAll } = setUp();
    const both = [commit.add({ key: "a" }), commit.add({ key: "a" })];
    await openAll();
    expect(await Promise.all(both)).toEqual(["written a", "written a"]);
    expect(batches).toEqual([["a"]]);
  });

  it("lets one bad item fail alone", async () => {
    const { commit, openAll } = setUp();
    const results = Promise.allSettled([
      commit.add({ key: "a" }),
      commit.add({ key: "b", bad: true }),
      commit.add({ key: "c" }),
    ]);
    await openAll();
    expect((await results).map((result) => result.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  it("refuses what is more than may wait", async () => {
    const { commit, openAll } = setUp({ mostWaiting: 2 });
    const accepted = [commit.add({ key: "a" }), commit.add({ key: "b" })];
    await expect(commit.add({ key: "c" })).rejects.toThrow("full");
    await openAll();
    await Promise.all(accepted);
  });

  it("keeps the order of arrival and the bounds of a batch, whatever arrives", async () => {
    const keys = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 30 }), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(keys, fc.integer({ min: 1, max: 7 }), async (all, mostItems) => {
        const { commit, batches, openAll } = setUp({ mostItems, mostSize: 40 });
        const results = Promise.all(all.map((key) => commit.add({ key })));
        await openAll();
        expect(await results).toEqual(all.map((key) => `written ${key}`));
        expect(batches.flat()).toEqual(all);
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(mostItems);
          expect(batch.length === 1 || batch.join("").length <= 40).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});
