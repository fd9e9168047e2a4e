import type { Transport } from "@connectrpc/connect";
import { createStore } from "zustand/vanilla";

/** People who are called together. */
export interface Group {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly description: string;
  readonly memberCount: number;
  readonly isMine: boolean;
}

/** Somebody asked somebody to be a contact. */
export interface ContactRequest {
  readonly userId: string;
  readonly note: string;
  readonly at: number;
}

/** Whom this person knows, the groups they see, and with whom nothing is said. */
export interface CircleState {
  readonly contacts: ReadonlySet<string>;
  readonly received: readonly ContactRequest[];
  readonly sent: readonly ContactRequest[];
  readonly blocked: ReadonlySet<string>;
  /** One of the two blocked the other. */
  readonly apart: ReadonlySet<string>;
  readonly groups: ReadonlyMap<string, Group>;
}

export interface CircleDeps {
  readonly transport: Transport;
  /** Others than before call this person now. */
  readonly heedsOthers: () => void;
}

const nobody: ReadonlySet<string> = new Set();

/** Read as a whole, again whenever the person's stream says that it changed. */
export class Circle {
  readonly store = createStore<CircleState>(() => ({
    contacts: nobody,
    received: [],
    sent: [],
    blocked: nobody,
    apart: nobody,
    groups: new Map(),
  }));
  readonly #deps: CircleDeps;

  constructor(deps: CircleDeps) {
    this.#deps = deps;
  }

  /** What reads it is fetched apart from the first load. */
  async read(): Promise<void> {
    await (await import("./circle-api.ts")).readCircle(this.store, this.#deps);
  }
}
