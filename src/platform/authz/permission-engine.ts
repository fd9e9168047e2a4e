import type { Relationship } from "./authorizer.ts";

/** Whether a person has a permission. */
export interface Question {
  /** As a subject: user:usr_1. */
  readonly person: string;
  readonly permission: string;
  readonly resource: string;
  /** A moment of the timeline: a yes must not rest on what was read before it. */
  readonly notBefore: number;
}

/** What decides from the relationships and remembers: our own evaluator, or SpiceDB. */
export interface PermissionEngine {
  /** A no rests on the relationships as they are now, whatever is remembered. */
  decide(question: Question): Promise<boolean>;
  /** These were changed through this server: what was read of them before counts no more. */
  changed(relationships: readonly Relationship[]): void;
}
