import { create } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { EngineHealth, GetOverviewResponseSchema } from "../../../../../gen/chatter/admin/v1/admin_pb.js";
import { troublesIn } from "./troubles.ts";

describe("what needs attention", () => {
  it("is nothing where all is well, nor what is not watched", () => {
    const overview = create(GetOverviewResponseSchema, {
      engines: [{ product: "PostgreSQL", health: EngineHealth.UP }, { health: EngineHealth.UNKNOWN }],
      backlog: { pending: 7n, oldestSeconds: 2n },
    });
    expect(troublesIn(overview)).toEqual([]);
  });

  it("is an engine that is down, what is parked or waits for long, and jobs that failed", () => {
    const overview = create(GetOverviewResponseSchema, {
      engines: [{ product: "Redis", health: EngineHealth.DOWN }],
      backlog: { parked: 3n, pending: 1n, oldestSeconds: 240n },
      troubledJobs: ["auth.forget-expired"],
      stuckRuns: 1n,
    });
    expect(troublesIn(overview)).toEqual([
      { text: "Redis does not answer" },
      { text: "3 events could not be handled", page: "events" },
      { text: "Events wait for 4 min" },
      { text: "1 long task is stuck: node cmd/ctl.ts workflows" },
      { text: "1 job failed", page: "jobs" },
    ]);
  });
});
