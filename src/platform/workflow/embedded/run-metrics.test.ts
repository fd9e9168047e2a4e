import { expect, it, vi } from "vitest";
import { createMetrics } from "../../telemetry/metrics.ts";
import { measureRuns } from "./run-metrics.ts";

const log = { warn: vi.fn<() => void>() };
const open = { saga: "trip", pending: 3, sleeping: 2, failing: 1, stuck: 0, oldestSeconds: 12.5 };

it("runs of sagas are counted once a scrape, and of each saga something is told", async () => {
  const metrics = createMetrics();
  const countOpen = vi.fn(async () => [open]);
  measureRuns(metrics, { store: { countOpen }, log, sagas: ["trip", "voyage"] });
  const text = await metrics.metrics();
  expect(text).toContain('chatter_saga_runs{saga="trip",state="pending"} 3\n');
  expect(text).toContain('chatter_saga_runs{saga="trip",state="failing"} 1\n');
  expect(text).toContain('chatter_saga_oldest_seconds{saga="trip"} 12.5\n');
  expect(text).toContain('chatter_saga_runs{saga="voyage",state="stuck"} 0\n');
  expect(countOpen).toHaveBeenCalledOnce();
});

it("while the database is away nothing is told of them, and that is logged", async () => {
  const metrics = createMetrics();
  measureRuns(metrics, {
    store: { countOpen: () => Promise.reject(new Error("away")) },
    log,
    sagas: ["trip"],
  });
  const text = await metrics.metrics();
  expect(text).not.toMatch(/^chatter_saga_runs\{/m);
  expect(text).toContain("process_cpu_seconds_total");
  expect(log.warn).toHaveBeenCalledOnce();
});
