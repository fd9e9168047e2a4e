import { Counter } from "prom-client";
import type { Metrics } from "../telemetry/metrics.ts";
import { inSpan } from "../telemetry/tracing.ts";
import { refusedForGood, type StepTable } from "./saga.ts";
import type { BoundSaga } from "./workflows.ts";

type Outcome = "done" | "refused" | "failed";

/** Counts the steps that this process does, and makes a span of each, whatever engine calls them. */
export function measureSteps(metrics: Metrics, sagas: readonly BoundSaga[]): readonly BoundSaga[] {
  const steps: Counter<"saga" | "outcome"> = new Counter({
    name: "chatter_saga_steps_total",
    help: "Steps of sagas, by what came of them: done, refused for good, or failed and to be tried again",
    labelNames: ["saga", "outcome"],
    registers: [metrics],
  });
  return sagas.map((bound) => {
    const saga = bound.saga.name;
    for (const outcome of ["done", "refused", "failed"] as const) steps.inc({ saga, outcome }, 0);
    return measured(bound, (outcome) => steps.inc({ saga, outcome }));
  });
}

function measured({ saga, steps }: BoundSaga, count: (outcome: Outcome) => void): BoundSaga {
  const each = Object.entries(steps).map(([name, step]): [string, StepTable[string]] => [
    name,
    (input) =>
      inSpan(`${saga.name}: ${name}`, {}, async () => {
        try {
          const answer = await step(input);
          count("done");
          return answer;
        } catch (error) {
          count(refusedForGood(error) ? "refused" : "failed");
          throw error;
        }
      }),
  ]);
  return { saga, steps: Object.fromEntries(each) };
}
