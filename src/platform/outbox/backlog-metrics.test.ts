import { expect, it, vi } from "vitest";
import { createMetrics } from "../telemetry/metrics.ts";
import { measureBacklog } from "./backlog-metrics.ts";

const log = { warn: vi.fn<() => void>() };

it("what waits in the outbox is asked for once a scrape", async () => {
  const metrics = createMetrics();
  const backlog = vi.fn(async () => ({ pending: 3, parked: 1, oldestSeconds: 12.5 }));
  measureBacklog(metrics, { store: { backlog }, log });
  const text = await metrics.metrics();
  expect(text).toContain('chatter_outbox_deliveries{state="pending"} 3\n');
  expect(text).toContain('chatter_outbox_deliveries{state="parked"} 1\n');
  expect(text).toContain("chatter_outbox_oldest_seconds 12.5\n");
  expect(backlog).toHaveBeenCalledOnce();
});

it("while the database is away everything else is measured, and that is logged", async () => {
  const metrics = createMetrics();
  measureBacklog(metrics, { store: { backlog: () => Promise.reject(new Error("away")) }, log });
  const text = await metrics.metrics();
  expect(text).toContain("chatter_outbox_oldest_seconds Nan\n");
  expect(text).toContain("process_cpu_seconds_total");
  expect(log.warn).toHaveBeenCalledOnce();
});
