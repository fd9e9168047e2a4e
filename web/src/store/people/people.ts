import { createStore } from "zustand/vanilla";
import type { User as ProtoUser } from "../../../../gen/chatter/user/v1/user_pb.js";
import type { Api } from "../../api/clients.ts";
import type { Cache } from "../cache/cache.ts";
import { type User, userFromProto } from "./user.ts";

export interface PeopleDeps {
  readonly api: Pick<Api, "users">;
  readonly cache: Cache;
}

const mostAtOnce = 200;
const gatherMs = 10;
const retryMs = 5_000;

/** The people who were asked for, as they are now. Those named within a moment are asked for together. */
export class People {
  readonly store = createStore<ReadonlyMap<string, User>>(() => new Map());
  readonly #deps: PeopleDeps;
  readonly #wanted = new Set<string>();
  /** Those who are not to be asked for again: they are known, do not exist, or the question is under way. */
  readonly #asked = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(deps: PeopleDeps) {
    this.#deps = deps;
  }

  /** People will be shown: whoever is not known yet is asked for. */
  want(ids: Iterable<string>): void {
    for (const id of ids) if (id !== "" && !this.#asked.has(id)) this.#wanted.add(id);
    if (this.#wanted.size > 0) this.#askLater(gatherMs);
  }

  restore(kept: readonly User[]): void {
    this.#put(kept.filter(({ id }) => !this.store.getState().has(id)));
  }

  /** A profile changed, or was read with something else. */
  changed(users: readonly ProtoUser[]): void {
    const read = users.map(userFromProto);
    for (const user of read) {
      this.#asked.add(user.id);
      this.#deps.cache.put("users", user.id, user);
    }
    this.#put(read);
  }

  /** News may have been missed: those who were asked for are asked for again. */
  refresh(): void {
    const again = [...this.#asked];
    this.#asked.clear();
    this.want(again);
  }

  close(): void {
    clearTimeout(this.#timer);
  }

  #askLater(ms: number): void {
    this.#timer ??= setTimeout(() => void this.#ask(), ms);
  }

  async #ask(): Promise<void> {
    this.#timer = undefined;
    const userIds = [...this.#wanted].slice(0, mostAtOnce);
    for (const id of userIds) {
      this.#wanted.delete(id);
      this.#asked.add(id);
    }
    if (userIds.length === 0) return;
    try {
      const { users } = await this.#deps.api.users.getUsers({ userIds });
      this.changed(users);
      if (this.#wanted.size > 0) this.#askLater(0);
    } catch {
      // Names can wait for the network to come back; there is nothing that anybody could do about it.
      for (const id of userIds) {
        this.#asked.delete(id);
        this.#wanted.add(id);
      }
      this.#askLater(retryMs);
    }
  }

  #put(users: readonly User[]): void {
    if (users.length === 0) return;
    this.store.setState((all) => new Map([...all, ...users.map((user) => [user.id, user] as const)]), true);
  }
}
