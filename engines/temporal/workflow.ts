import { proxyActivities, sleep } from "@temporalio/workflow";
import { sagas } from "chatter-sagas";
import { type Json, runSaga, type SagaEnd } from "../../src/platform/workflow/saga.ts";

/** Runs inside Temporal's sandbox: a saga by its name, its steps as activities. */
export async function runOnTemporal(name: string, input: Json, patienceMs: number): Promise<SagaEnd> {
  const saga = sagas.find((one) => one.name === name);
  if (saga === undefined) throw new Error(`nobody knows the saga ${name} here`);
  const steps = proxyActivities<Record<string, (input: Json) => Promise<unknown>>>({
    startToCloseTimeout: "1 hour",
    heartbeatTimeout: patienceMs,
    retry: { initialInterval: "1s", backoffCoefficient: 3, maximumInterval: "5 minutes" },
  });
  const call = async (step: string, stepInput: Json): Promise<unknown> =>
    steps[`${name}.${step}`]?.(stepInput);
  return runSaga(saga, { call, sleep }, input);
}
