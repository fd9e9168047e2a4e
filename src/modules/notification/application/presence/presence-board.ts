import type { UserId } from "../../../../kernel/ids.ts";
import { type PresenceState, together } from "../../domain/presence.ts";
import type { Limits } from "../limits.ts";
import type { Frame, Frames, Signal, SignalBus, Timers } from "../ports.ts";

/** A connection that shows some people. */
export interface Onlooker {
  mention(frame: Frame): void;
}

export interface PresenceBoardDeps {
  readonly timers: Timers;
  readonly frames: Frames;
  readonly bus: SignalBus;
  readonly limits: Pick<Limits, "presence">;
}

/** A server repeats itself every `refreshMs`; after so many of them in silence it is gone. */
const SILENT_REFRESHES = 2.5;

interface Shown {
  readonly state: PresenceState;
  readonly at: number;
}

/**
 * What all servers show of people, and who here looks at whom. A process that serves nobody has one too, to know who
 * is there. A server that has not repeated itself for long is gone, and so is what it showed.
 */
export class PresenceBoard {
  readonly #deps: PresenceBoardDeps;
  readonly #states = new Map<UserId, Map<string, Shown>>();
  readonly #onlookers = new Map<UserId, Set<Onlooker>>();
  readonly #watched = new Map<Onlooker, ReadonlySet<UserId>>();
  #stops: readonly (() => void)[] = [];

  constructor(deps: PresenceBoardDeps) {
    this.#deps = deps;
  }

  /** Hears from now on what servers show, and asks them for it; does nothing where it does so already. */
  start(): void {
    if (this.#stops.length > 0) return;
    const { bus, timers, limits } = this.#deps;
    this.#stops = [
      bus.subscribe((signal) => {
        if (signal.kind === "presence") this.#heard(signal);
      }),
      timers.every(limits.presence.tickMs, () => this.#forgetSilent()),
    ];
    bus.publish({ kind: "presence_wanted" });
  }

  /** Keeps what it knows and hears nothing more. */
  stop(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
  }

  stateOf(user: UserId): PresenceState {
    const shown = this.#states.get(user);
    return shown === undefined ? "offline" : together([...shown.values()].map(({ state }) => state));
  }

  /** Replaces whom the connection looks at, and shows it those it did not look at before. */
  watch(onlooker: Onlooker, users: ReadonlySet<UserId>): void {
    const before = this.#watched.get(onlooker);
    this.unwatch(onlooker);
    this.#watched.set(onlooker, users);
    for (const user of users) {
      const others = this.#onlookers.get(user);
      if (others === undefined) this.#onlookers.set(user, new Set([onlooker]));
      else others.add(onlooker);
      if (!before?.has(user)) onlooker.mention(this.#deps.frames.presence(user, this.stateOf(user)));
    }
  }

  unwatch(onlooker: Onlooker): void {
    for (const user of this.#watched.get(onlooker) ?? []) {
      const others = this.#onlookers.get(user);
      others?.delete(onlooker);
      if (others?.size === 0) this.#onlookers.delete(user);
    }
    this.#watched.delete(onlooker);
  }

  #heard({ userId, server, state }: Extract<Signal, { kind: "presence" }>): void {
    this.#change(userId, (shown) => {
      if (state === "offline") shown.delete(server);
      else shown.set(server, { state, at: this.#deps.timers.now() });
    });
  }

  #forgetSilent(): void {
    const { timers, limits } = this.#deps;
    const oldest = timers.now() - SILENT_REFRESHES * limits.presence.refreshMs;
    for (const user of [...this.#states.keys()]) {
      this.#change(user, (shown) => {
        for (const [server, { at }] of shown) if (at < oldest) shown.delete(server);
      });
    }
  }

  #change(user: UserId, change: (shown: Map<string, Shown>) => void): void {
    const before = this.stateOf(user);
    const shown = this.#states.get(user) ?? new Map<string, Shown>();
    change(shown);
    if (shown.size === 0) this.#states.delete(user);
    else this.#states.set(user, shown);
    const after = this.stateOf(user);
    if (after !== before) this.#show(user, after);
  }

  #show(user: UserId, state: PresenceState): void {
    const onlookers = this.#onlookers.get(user);
    if (onlookers === undefined) return;
    const frame = this.#deps.frames.presence(user, state);
    for (const onlooker of onlookers) onlooker.mention(frame);
  }
}
