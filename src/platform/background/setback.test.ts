import { expect, it, vi } from "vitest";
import { growingPause } from "./growing-pause.ts";
import { Setback } from "./setback.ts";

it("failures in a row are told once when they begin and once when they are over", () => {
  const log = { error: vi.fn<() => void>(), info: vi.fn<() => void>() };
  const setback = new Setback({ log, begun: "begun", over: "over", pauseMs: (failures) => 10 * failures });
  const away = new Error("away");
  setback.succeeded();
  expect([setback.failed(away), setback.failed(away), setback.failed(away)]).toEqual([10, 20, 30]);
  setback.succeeded();
  setback.succeeded();
  expect(setback.failed(away)).toBe(10);
  expect(log.error.mock.calls).toEqual([
    [{ err: away }, "begun"],
    [{ err: away }, "begun"],
  ]);
  expect(log.info.mock.calls).toEqual([[{ failures: 3 }, "over"]]);
});

it("pauses grow up to the longest, and are shortened by half at most", () => {
  const pauseMs = growingPause({ firstMs: 100, factor: 3, longestMs: 1_000 });
  for (const [failures, longest] of [
    [1, 100],
    [2, 300],
    [3, 900],
    [4, 1_000],
    [500, 1_000],
  ] as const) {
    expect(pauseMs(failures)).toBeLessThanOrEqual(longest);
    expect(pauseMs(failures)).toBeGreaterThanOrEqual(longest / 2);
  }
});
