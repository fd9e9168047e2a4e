import { ActivityFailure, ApplicationFailure, proxyActivities, sleep } from "@temporalio/workflow";
import { sagas } from "chatter-sagas";
import { DomainError, type ErrorDetails, type ErrorKind } from "../../src/kernel/errors.ts";
import { type Json, runSaga, type SagaEnd } from "../../src/platform/workflow/saga.ts";

/**
 * Runs inside Temporal's sandbox: a saga by its name, its steps as activities. They are told the traceparent of what
 * started it, where traces were collected then.
 */
export async function runOnTemporal(
  name: string,
  input: Json,
  patienceMs: number,
  startedBy?: string,
): Promise<SagaEnd> {
  const saga = sagas.find((one) => one.name === name);
  if (saga === undefined) throw new Error(`nobody knows the saga ${name} here`);
  const steps = proxyActivities<Record<string, (input: Json, startedBy?: string) => Promise<unknown>>>({
    startToCloseTimeout: "1 hour",
    heartbeatTimeout: patienceMs,
    retry: { initialInterval: "1s", backoffCoefficient: 3, maximumInterval: "5 minutes" },
  });
  const call = async (step: string, stepInput: Json): Promise<unknown> => {
    try {
      return await steps[`${name}.${step}`]?.(stepInput, ...(startedBy === undefined ? [] : [startedBy]));
    } catch (error) {
      throw refusalIn(error) ?? error;
    }
  };
  return runSaga(saga, { call, sleep }, input);
}

/** What an activity has refused with, as the step threw it. */
function refusalIn(error: unknown): DomainError | undefined {
  if (!(error instanceof ActivityFailure && error.cause instanceof ApplicationFailure)) return undefined;
  const { type, message, details } = error.cause;
  const [kind, facts] = (details ?? []) as [ErrorKind?, ErrorDetails?];
  return kind && new DomainError(kind, type ?? "", message, facts);
}
