import { createStore } from "zustand/vanilla";
import type { TypingNow } from "../../../../gen/chatter/notification/v1/realtime_pb.js";
import type { ToServer } from "../../realtime/socket.ts";
import { keyOfPlace, type Place } from "../drafts/drafts.ts";
import type { Message } from "../log/message.ts";

const tellEveryMs = 3_000;
const shownMs = 5_000;

/** Who is writing where, by place; in the order in which they began. */
export class Typing {
  readonly store = createStore<ReadonlyMap<string, readonly string[]>>(() => new Map());
  readonly #say: (frame: ToServer) => void;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #toldPlace = "";
  #toldAt = 0;

  constructor(say: (frame: ToServer) => void) {
    this.#say = say;
  }

  /** This person pressed a key. */
  type(place: Place): void {
    const key = keyOfPlace(place);
    const now = Date.now();
    if (key === this.#toldPlace && now - this.#toldAt < tellEveryMs) return;
    this.#toldPlace = key;
    this.#toldAt = now;
    const { channelId, threadRootId = "" } = place;
    this.#say({ case: "typing", value: { channelId, threadRootId } });
  }

  /** Somebody else did. */
  heard({ userId, ...place }: TypingNow): void {
    const key = keyOfPlace(place);
    this.#change(key, (users) => (users.includes(userId) ? users : [...users, userId]));
    const timer = `${key} ${userId}`;
    clearTimeout(this.#timers.get(timer));
    this.#timers.set(
      timer,
      setTimeout(() => this.#stopped(key, userId), shownMs),
    );
  }

  /** What they wrote has come. This person, too, begins anew with the next key. */
  posted({
    authorId,
    channelId,
    threadRootId,
  }: Pick<Message, "authorId" | "channelId" | "threadRootId">): void {
    const key = keyOfPlace({ channelId, threadRootId });
    if (this.#timers.has(`${key} ${authorId}`)) this.#stopped(key, authorId);
  }

  /** This person sent what they wrote. */
  sent(): void {
    this.#toldPlace = "";
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }

  #stopped(key: string, userId: string): void {
    clearTimeout(this.#timers.get(`${key} ${userId}`));
    this.#timers.delete(`${key} ${userId}`);
    this.#change(key, (users) => users.filter((other) => other !== userId));
  }

  #change(key: string, change: (users: readonly string[]) => readonly string[]): void {
    this.store.setState((all) => {
      const users = change(all.get(key) ?? []);
      const others = [...all].filter(([other]) => other !== key);
      return new Map(users.length === 0 ? others : [...others, [key, users]]);
    }, true);
  }
}
