import type { MyChannel } from "../channels/channel.ts";
import type { Draft } from "../drafts/drafts.ts";
import type { Latest } from "../log/loaded-messages.ts";
import type { Outgoing } from "../outbox/outgoing.ts";
import type { User } from "../people/user.ts";
import type { Preferences } from "../preferences.ts";

/** What is kept on this device between visits, by table. */
export interface Tables {
  /** One record, under `homeKey`: what the first screen shows. */
  home: Home;
  /** By channel: its latest messages. */
  logs: Latest;
  users: User;
  /** By client id: what is not sent yet. */
  outbox: Outgoing;
  /** By place. */
  drafts: Draft;
}

export interface Home {
  readonly channels: readonly MyChannel[];
  readonly preferences: Preferences | undefined;
}

export const homeKey = "home";

/**
 * A place for what should survive a reload. It never fails: where the browser gives no storage, or no
 * more of it, nothing is found there next time, and that is all.
 */
export interface Cache {
  get<T extends keyof Tables>(table: T, key: string): Promise<Tables[T] | undefined>;
  all<T extends keyof Tables>(table: T): Promise<Tables[T][]>;
  put<T extends keyof Tables>(table: T, key: string, value: Tables[T]): void;
  remove(table: keyof Tables, key: string): void;
  /** Forgets everything but these tables; settles when it is gone. */
  clear(but?: readonly (keyof Tables)[]): Promise<void>;
  close(): void;
}

export type OpenCache = (userId: string) => Cache;
