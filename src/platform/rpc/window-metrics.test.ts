import { expect, it } from "vitest";
import { createMetrics } from "../telemetry/metrics.ts";
import { createRateLimiter } from "./rate-limit.ts";
import { countRefusals } from "./window-metrics.ts";
import { countInMemory } from "./windows.ts";

it("what a limit refuses is counted under its name, not under who was refused", async () => {
  const metrics = createMetrics();
  const counted = countRefusals(metrics)(countInMemory);
  const limiter = createRateLimiter("person", { perSecond: 2, burst: 3 }, counted);
  for (let tries = 0; tries < 5; tries++) await limiter.take("usr_ada");
  const text = await metrics.metrics();
  expect(text).toContain('chatter_limit_refusals_total{window="person"} 3\n');
  expect(text).toContain('chatter_limit_refusals_total{window="person.burst"} 2\n');
  expect(text).not.toContain("usr_ada");
});
