import { describe, expect, it } from "vitest";
import { createMetrics } from "./metrics.ts";

describe("metrics", () => {
  it("measure the process and the lag of its event loop", async () => {
    const text = await createMetrics().metrics();
    expect(text).toContain("process_cpu_seconds_total");
    expect(text).toContain("nodejs_eventloop_lag_p99_seconds");
  });

  it("are separate from one another, so that two servers in one process do not mix", () => {
    expect(createMetrics()).not.toBe(createMetrics());
  });
});
