import { describe, expect, it } from "vitest";
import { gather } from "./gather.ts";

/** Reads that end when they are told to; each answers with the number of the read. */
function slowReads() {
  const reads: { keys: readonly string[]; end: () => void; fail: (error: Error) => void }[] = [];
  const ask = gather((keys) => {
    const { promise, resolve, reject } = Promise.withResolvers<Map<string, number>>();
    const number = reads.length;
    reads.push({ keys, end: () => resolve(new Map(keys.map((key) => [key, number]))), fail: reject });
    return promise;
  });
  return { reads, ask };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("gathered reads", () => {
  it("ask together what is asked together, each key once", async () => {
    const { reads, ask } = slowReads();
    const both = Promise.all([ask(["a", "b"]), ask(["b", "c"])]);
    await settle();
    expect(reads.map((read) => read.keys)).toEqual([["a", "b", "c"]]);
    reads[0]?.end();
    await both;
  });

  it("answer from a read that began after the question", async () => {
    const { reads, ask } = slowReads();
    const first = ask(["a"]);
    await settle();
    const second = ask(["a"]);
    const third = ask(["b"]);
    await settle();
    expect(reads).toHaveLength(1);
    reads[0]?.end();
    expect((await first).get("a")).toBe(0);
    await settle();
    expect(reads[1]?.keys).toEqual(["a", "b"]);
    reads[1]?.end();
    expect((await second).get("a")).toBe(1);
    expect((await third).get("b")).toBe(1);
  });

  it("tell those who asked of a failure, and go on with the next", async () => {
    const { reads, ask } = slowReads();
    const first = ask(["a"]);
    await settle();
    const second = ask(["a"]);
    reads[0]?.fail(new Error("no connection"));
    await expect(first).rejects.toThrow("no connection");
    await settle();
    reads[1]?.end();
    expect((await second).get("a")).toBe(1);
  });
});
