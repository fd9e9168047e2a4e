import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runOf, told } from "../testing/runs.ts";
import { endOf } from "./stream.ts";
import { Tail } from "./tail.ts";

const limits = { entries: 5, bytes: 100 };

const taken = (tail: Tail, first: number, count: number): number[] => {
  const news = tail.news(runOf(first, count));
  for (const entry of news?.entries ?? []) tail.push(entry);
  return told(news);
};

describe("the tail of a stream", () => {
  it("knows what is missing from what came too early", () => {
    const tail = new Tail(3, limits);
    expect(taken(tail, 4, 2)).toEqual([4, 5]);
    expect(taken(tail, 8, 2)).toEqual([]);
    expect([tail.next, tail.missing]).toEqual([6, 4]);
    expect(taken(tail, 6, 10)).toHaveLength(10);
    expect(tail.missing).toBe(0);
  });

  it("learns from a run without entries how far the stream goes", () => {
    const tail = new Tail(3, limits);
    expect(taken(tail, 6, 0)).toEqual([]);
    expect([tail.next, tail.missing]).toEqual([4, 2]);
  });

  it("goes on without what is missing, or without what does not exist", () => {
    const tail = new Tail(0, limits);
    tail.reaches(100);
    tail.skip();
    expect([tail.next, tail.missing]).toEqual([101, 0]);
    tail.reaches(110);
    tail.endsHere();
    expect([tail.next, tail.missing]).toEqual([101, 0]);
  });

  it("takes each entry once and in order, and misses exactly what it was told of and did not get", () => {
    const runs = fc.array(
      fc.record({ first: fc.integer({ min: 1, max: 30 }), count: fc.integer({ min: 1, max: 5 }) }),
    );
    fc.assert(
      fc.property(runs, (announced) => {
        const tail = new Tail(0, limits);
        const all = announced.flatMap(({ first, count }) => taken(tail, first, count));
        const highest = Math.max(0, ...announced.map(({ first, count }) => endOf(runOf(first, count)) - 1));
        expect(all).toEqual(Array.from({ length: tail.next - 1 }, (_, n) => n + 1));
        expect(tail.missing).toBe(highest - all.length);
      }),
    );
  });
});
