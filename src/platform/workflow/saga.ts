import { DomainError, type ErrorDetails, type ErrorKind } from "../../kernel/errors.ts";

/**
 * What happens in several contexts, one step after the other, and must not be left half done. A saga is a
 * pure function of its input and of what its steps answered: whoever goes on with it after a crash calls
 * `run` again from the beginning, and what was done already answers from a journal. So it asks no clock,
 * makes no ids and touches nothing but its context.
 */
export interface Saga<Input extends Json, Steps extends StepTable> {
  /** Its identity: what waits under a name that nobody knows any more waits for ever. */
  readonly name: string;
  run(context: SagaContext<Steps>, input: Input): Promise<void>;
}

/** What survives a process: steps take and answer it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * The steps of one saga. Each is called at least once, so calling it again must do no harm. One that throws
 * a DomainError has refused for good; one that fails otherwise is tried again until it succeeds.
 */
export type StepTable = Readonly<Record<string, (input: never) => Promise<Json | void>>>;

/** Why a step refused for good: a DomainError as it is kept and sent. */
export type Refusal = {
  readonly kind: ErrorKind;
  readonly reason: string;
  readonly message: string;
  readonly details: ErrorDetails;
};

/** What a step that takes another one back is told besides the input of that one. */
export type Undoing = { readonly because: Refusal };

export interface SagaContext<Steps extends StepTable> {
  /**
   * Does a step and answers what it answered; rejects with a DomainError where it has refused for good. With
   * `undo`, a step that takes back what this one did, given the same input and why: called where the saga
   * cannot finish, also if this step was only begun.
   */
  call<Name extends StepName<Steps>>(
    step: Name,
    input: InputOf<Steps, Name>,
    options?: { readonly undo?: UndoOf<Steps, Name> },
  ): Promise<OutputOf<Steps, Name>>;
  /** Waits, however long and through whatever restarts. */
  sleep(ms: number): Promise<void>;
}

type StepName<Steps> = keyof Steps & string;
type InputOf<Steps extends StepTable, Name extends StepName<Steps>> = Parameters<Steps[Name]>[0];
type OutputOf<Steps extends StepTable, Name extends StepName<Steps>> = Awaited<ReturnType<Steps[Name]>>;
/** Steps that take what this one took, and perhaps why. */
type UndoOf<Steps extends StepTable, Name extends StepName<Steps>> = {
  [Undo in StepName<Steps>]: InputOf<Steps, Name> & Undoing extends InputOf<Steps, Undo> ? Undo : never;
}[StepName<Steps>];

/** A saga whose types are checked where it is written; runners carry it by these. */
export type AnySaga = Saga<never, never>;

/** How a runner does what a saga asks for, durably. */
export interface StepCaller {
  /** Rejects only where the step has refused for good, with a DomainError. */
  call(step: string, input: Json): Promise<unknown>;
  sleep(ms: number): Promise<void>;
}

/**
 * Runs a saga to its end, the same on every runner. Where a step refuses and the saga does not handle it,
 * what was begun is taken back in reverse. Rejects where that is refused too.
 */
export async function runSaga(saga: AnySaga, caller: StepCaller, input: Json): Promise<SagaEnd> {
  const undos: ((why: Undoing) => Promise<unknown>)[] = [];
  const context: SagaContext<StepTable> = {
    call(step, stepInput: Json, { undo } = {}) {
      if (undo !== undefined) undos.push((why) => caller.call(undo, Object.assign({}, stepInput, why)));
      return caller.call(step, stepInput) as Promise<never>;
    },
    sleep: (ms) => caller.sleep(ms),
  };
  try {
    await saga.run(context, input as never);
    return { outcome: "finished" };
  } catch (error) {
    const because = refusalIn(error);
    for (const undo of undos.reverse()) await undo({ because });
    return { outcome: "compensated", because };
  }
}

/** Whether a step that threw this has decided. Engines that do not answer are no decision. */
export function refusedForGood(error: unknown): error is DomainError {
  return error instanceof DomainError && error.kind !== "unavailable";
}

function refusalIn(error: unknown): Refusal {
  if (!(error instanceof DomainError)) {
    return { kind: "precondition", reason: "SAGA_BROKEN", message: String(error), details: {} };
  }
  const { kind, reason, message, details } = error;
  return { kind, reason, message, details };
}

export type SagaEnd =
  | { readonly outcome: "finished" }
  | { readonly outcome: "compensated"; readonly because: Refusal };
