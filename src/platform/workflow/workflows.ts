import type { AnySaga, Json, Saga, StepTable } from "./saga.ts";

/** A saga with what its steps do here. */
export interface BoundSaga {
  readonly saga: AnySaga;
  readonly steps: StepTable;
}

/** Binds the steps of a saga; the compiler checks that none is missing. */
export function bindSaga<Input extends Json, Steps extends StepTable>(
  saga: Saga<Input, Steps>,
  steps: Steps,
): BoundSaga {
  return { saga, steps };
}

/** Starts sagas, wherever they then run. */
export interface Workflows {
  /**
   * Durable when it answers. Under an id that was used before it does nothing, so whoever starts a saga for
   * an event names it by the event's id.
   */
  start<Input extends Json, Steps extends StepTable>(
    saga: Saga<Input, Steps>,
    id: string,
    input: Input,
  ): Promise<void>;
}

/** An engine that runs sagas: the embedded one or Temporal. */
export interface WorkflowEngine extends Workflows {
  /** Takes part in the work: this process then calls the steps. */
  work(sagas: readonly BoundSaga[]): Promise<void>;
  /**
   * Waits until the saga under this id has ended; false if that took longer than the limit. There is nothing
   * to wait for where none is under that id, and where the embedded engine saw a step of it fail.
   */
  settled(id: string, limitMs: number): Promise<boolean>;
  /** Deletes what the engine keeps itself of sagas that ended well long ago. Worth doing daily. */
  forgetOld(): Promise<void>;
  /** Ends after the steps that are under way; what is not finished goes on elsewhere, or later. May be called again. */
  stop(): Promise<void>;
}
