import { DomainError } from "../../../kernel/errors.ts";
import {
  type Json,
  type Refusal,
  refusedForGood,
  runSaga,
  type StepCaller,
  type StepTable,
} from "../saga.ts";
import type { BoundSaga } from "../workflows.ts";
import { type ClaimedRun, type JournalledStep, type RunStore, SLEEP, type StepOutcome } from "./run-store.ts";

/** What came of a run for now. */
export type Performance =
  | {
      readonly kind: "ended";
      readonly outcome: "finished" | "compensated" | "stuck";
      readonly error?: string;
    }
  /** It sleeps, and was put aside until then. */
  | { readonly kind: "asleep" }
  /** This process is to stop, and took on no further step. */
  | { readonly kind: "stopped" }
  /** A step failed and is to be tried again. */
  | { readonly kind: "failed"; readonly error: unknown };

/**
 * Goes on with a run: the saga is called from its beginning, what it did before answers from the journal,
 * what is new is done and recorded. Where it cannot go on now, the saga is left waiting for an answer that
 * never comes, so that no line of it sees the interruption. Rejects with LostRun.
 */
export async function perform(
  store: RunStore,
  run: ClaimedRun,
  { bound: { saga, steps }, stopping }: { readonly bound: BoundSaga; readonly stopping: AbortSignal },
): Promise<Performance> {
  const interrupted = Promise.withResolvers<Performance>();
  const journal = await store.journal(run);
  const caller = new JournalledCaller({ store, run, steps, journal, stopping }, interrupted);
  const ended = runSaga(saga, caller, run.input).then(
    (end): Performance => ({
      kind: "ended",
      outcome: end.outcome,
      ...(end.outcome === "compensated" && { error: `${end.because.reason}: ${end.because.message}` }),
    }),
    (error: unknown): Performance => ({ kind: "ended", outcome: "stuck", error: String(error) }),
  );
  return Promise.race([ended, interrupted.promise]);
}

interface Parts {
  readonly store: RunStore;
  readonly run: ClaimedRun;
  readonly steps: StepTable;
  readonly journal: readonly JournalledStep[];
  readonly stopping: AbortSignal;
}

class JournalledCaller implements StepCaller {
  readonly #parts: Parts;
  readonly #interrupted: PromiseWithResolvers<Performance>;
  #next = 0;

  constructor(parts: Parts, interrupted: PromiseWithResolvers<Performance>) {
    this.#parts = parts;
    this.#interrupted = interrupted;
  }

  async call(step: string, input: Json): Promise<Json | void> {
    const n = this.#next++;
    return this.#unlessInterrupted(async () => {
      const known = this.#known(n, step);
      if (known === undefined && this.#parts.stopping.aborted) return "stopped";
      const outcome = known ?? (await this.#perform(n, step, input));
      if ("refusal" in outcome) return { refused: outcome.refusal };
      return { answer: "answer" in outcome ? outcome.answer : null };
    });
  }

  async sleep(ms: number): Promise<void> {
    const n = this.#next++;
    const { store, run } = this.#parts;
    await this.#unlessInterrupted(async () => {
      const known = this.#known(n, SLEEP);
      const wakeAt = known && "wakeAt" in known ? known.wakeAt : await store.recordSleep(run, n, ms);
      return (await store.awake(run, wakeAt)) ? { answer: null } : "asleep";
    });
  }

  /** A saga that asks otherwise than it did must not be given the answers of then. */
  #known(n: number, step: string): StepOutcome | undefined {
    const known = this.#parts.journal[n];
    if (known !== undefined && known.step !== step) {
      throw new Error(`${this.#parts.run.saga} asks for ${step} where it did ${known.step} before`);
    }
    return known?.outcome;
  }

  async #perform(n: number, step: string, input: Json): Promise<StepOutcome> {
    const { store, run, steps } = this.#parts;
    const outcome = await attempt(steps, step, input);
    await store.record(run, n, { step, outcome });
    return outcome;
  }

  async #unlessInterrupted(work: () => Promise<Answer>): Promise<Json> {
    const answer = await work().catch((error: unknown) => ({ failed: error }));
    if (typeof answer === "string") this.#interrupted.resolve({ kind: answer });
    else if ("failed" in answer) this.#interrupted.resolve({ kind: "failed", error: answer.failed });
    else if ("refused" in answer) {
      const { kind, reason, message, details } = answer.refused;
      throw new DomainError(kind, reason, message, details);
    } else return answer.answer;
    return new Promise<never>(() => {
      // Never: the run goes on in another call of the saga.
    });
  }
}

type Answer = { readonly answer: Json } | { readonly refused: Refusal } | "asleep" | "stopped";

async function attempt(steps: StepTable, name: string, input: Json): Promise<StepOutcome> {
  const step = steps[name];
  if (step === undefined) throw new Error(`nothing is bound to the step ${name}`);
  try {
    return { answer: (await step(input as never)) ?? null };
  } catch (error) {
    if (!refusedForGood(error)) throw error;
    const { kind, reason, message, details } = error;
    return { refusal: { kind, reason, message, details } };
  }
}
