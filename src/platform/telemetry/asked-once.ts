import { setTimeout } from "node:timers/promises";

const PATIENCE_MS = 2_000;

/**
 * For gauges of one thing that is in the database: all that are collected at once get one answer, and so tell of
 * one moment. Undefined where it does not come within two seconds: everything else is measured all the same.
 */
export function askedOnce<Answer extends object>(
  ask: () => Promise<Answer>,
  failed: (error: unknown) => void,
): () => Promise<Answer | undefined> {
  let asking: Promise<Answer | undefined> | undefined;
  return () => {
    asking ??= inTime(ask())
      .catch((error: unknown) => {
        failed(error);
        return undefined;
      })
      .finally(() => {
        asking = undefined;
      });
    return asking;
  };
}

async function inTime<Answer extends object>(answer: Promise<Answer>): Promise<Answer> {
  const late = setTimeout(PATIENCE_MS, undefined, { ref: false });
  const first = await Promise.race([answer, late]);
  if (first === undefined) throw new Error(`no answer within ${PATIENCE_MS} ms`);
  return first;
}
