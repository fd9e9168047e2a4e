import type { Clock } from "../../../../kernel/clock.ts";
import type { UserId } from "../../../../kernel/ids.ts";
import {
  automatic,
  type PresenceChoice,
  type PresenceState,
  settingAt,
  stateOf,
} from "../../domain/presence.ts";
import type { Limits } from "../limits.ts";
import type { PresenceSettings, SignalBus, Timers, Trouble } from "../ports.ts";

export interface LocalPresenceDeps {
  readonly bus: SignalBus;
  readonly settings: PresenceSettings;
  readonly timers: Timers;
  readonly clock: Clock;
  readonly trouble: Trouble;
  readonly limits: Pick<Limits, "presence">;
  /** Names this server among those on the bus. */
  readonly server: string;
}

/** A connection through which a person may be looking. */
export interface Presence {
  readonly userId: UserId;
  readonly interactive: boolean;
}

interface Person {
  readonly looking: Map<Presence, boolean>;
  /** Undefined until it was loaded. */
  choice: PresenceChoice | undefined;
  told: PresenceState;
  toldAt: number;
  lastSeenAt: number;
}

/**
 * What this server tells the others about the people connected to it: at most once a tick, only what
 * changed, and from time to time again, so that a server that heard nothing for long may forget.
 */
export class LocalPresence {
  readonly #deps: LocalPresenceDeps;
  readonly #people = new Map<UserId, Person>();

  constructor(deps: LocalPresenceDeps) {
    this.#deps = deps;
  }

  connected(connection: Presence): void {
    if (!connection.interactive) return;
    const known = this.#people.get(connection.userId);
    const person = known ?? this.#newPerson(connection.userId);
    person.looking.set(connection, false);
  }

  disconnected(connection: Presence): void {
    const person = this.#people.get(connection.userId);
    if (person?.looking.delete(connection)) person.lastSeenAt = this.#deps.timers.now();
  }

  looks(connection: Presence, active: boolean): void {
    const looking = this.#people.get(connection.userId)?.looking;
    if (looking?.has(connection)) looking.set(connection, active);
  }

  chose(user: UserId, choice: PresenceChoice): void {
    const person = this.#people.get(user);
    if (person !== undefined) person.choice = choice;
  }

  /** Somebody has not heard what was told before: it is told again at the next tick. */
  repeat(): void {
    for (const person of this.#people.values()) person.toldAt = Number.NEGATIVE_INFINITY;
  }

  tick(): void {
    const now = this.#deps.timers.now();
    const { graceMs } = this.#deps.limits.presence;
    for (const [user, person] of this.#people) {
      const gone = person.looking.size === 0;
      // Whoever reloads a page or changes networks does not blink.
      if (gone && now - person.lastSeenAt < graceMs) continue;
      this.#tell(user, person, now);
      if (gone) this.#people.delete(user);
    }
  }

  #tell(user: UserId, person: Person, now: number): void {
    const setting = settingAt(person.choice ?? automatic, this.#deps.clock.now());
    const state = stateOf(setting, person.looking.values());
    if (state === person.told && now - person.toldAt < this.#deps.limits.presence.refreshMs) return;
    person.told = state;
    person.toldAt = now;
    this.#deps.bus.publish({ kind: "presence", server: this.#deps.server, userId: user, state });
  }

  #newPerson(user: UserId): Person {
    const { timers } = this.#deps;
    const never = Number.NEGATIVE_INFINITY;
    const person: Person = {
      looking: new Map(),
      choice: undefined,
      told: "offline",
      toldAt: never,
      lastSeenAt: timers.now(),
    };
    this.#people.set(user, person);
    void this.#load(user, person);
    return person;
  }

  async #load(user: UserId, person: Person): Promise<void> {
    try {
      const choice = await this.#deps.settings.find(user);
      // What was chosen meanwhile is newer than what was read.
      person.choice ??= choice;
    } catch (error) {
      // Shown as automatic until they connect again: not worth more.
      this.#deps.trouble.failed("load a presence setting", error);
    }
  }
}
