import { Context } from "@temporalio/activity";
import { ApplicationFailure } from "@temporalio/common";
import { inSpan } from "../../src/platform/telemetry/tracing.ts";
import { type Json, refusedForGood, type StepTable } from "../../src/platform/workflow/saga.ts";
import type { BoundSaga } from "../../src/platform/workflow/workflows.ts";

/** What started the saga is absent where nobody collected traces, and from sagas of an older version. */
type Activity = (input: Json, startedBy?: string) => Promise<Json | void>;

/** Every step of every saga, under the names of both. */
export function activitiesOf(sagas: readonly BoundSaga[], patienceMs: number): Record<string, Activity> {
  return Object.fromEntries(
    sagas.flatMap(({ saga, steps }) =>
      Object.entries(steps).map(([name, step]) => [
        `${saga.name}.${name}`,
        activityOf(saga.name, step, patienceMs),
      ]),
    ),
  );
}

function activityOf(saga: string, step: StepTable[string], patienceMs: number): Activity {
  return async (input, follows) => {
    const context = Context.current();
    const beating = setInterval(() => context.heartbeat(), patienceMs / 3);
    try {
      return await inSpan(`saga ${saga}`, { follows }, () => step(input as never));
    } catch (error) {
      if (!refusedForGood(error)) throw error;
      const { kind, reason, message, details } = error;
      throw ApplicationFailure.nonRetryable(message, reason, kind, details);
    } finally {
      clearInterval(beating);
    }
  };
}
