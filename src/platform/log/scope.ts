import { AsyncLocalStorage } from "node:async_hooks";

/** What something is done for. Ids only: all of it is logged. */
export interface Scope {
  readonly requestId?: string;
  /** The published event that is being handled. */
  readonly event?: string;
  readonly job?: string;
}

const scopes = new AsyncLocalStorage<Scope>();

/** Whatever is logged by the work, and by what it awaits, carries these facts, and those of the scope around it. */
export function inScope<T>(scope: Scope, work: () => T): T {
  return scopes.run({ ...scopes.getStore(), ...scope }, work);
}

export function currentScope(): Scope {
  return scopes.getStore() ?? {};
}
