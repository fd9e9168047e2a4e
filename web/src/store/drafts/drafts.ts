import { createStore } from "zustand/vanilla";
import type { DraftChanged } from "../../../../gen/chatter/message/v1/log_pb.js";
import type { Draft as ProtoDraft } from "../../../../gen/chatter/message/v1/message_pb.js";
import type { Api } from "../../api/clients.ts";
import { failureOf } from "../../api/failure.ts";
import type { Cache } from "../cache/cache.ts";

/** Where something is written: a channel, or a thread in it. */
export interface Place {
  readonly channelId: string;
  readonly threadRootId?: string | undefined;
}

export interface Draft extends Place {
  readonly text: string;
  /** When it was written on this device; 0 where it came from another one. */
  readonly writtenAt: number;
  /** The server has this text. */
  readonly isSaved: boolean;
}

export interface DraftsDeps {
  readonly api: Pick<Api, "messages">;
  readonly cache: Cache;
}

const saveAfterMs = 1_000;
// Whoever pauses for longer than this while writing here may see what they wrote elsewhere.
const writingMs = 5_000;

export const keyOfPlace = ({ channelId, threadRootId }: Place): string =>
  `${channelId} ${threadRootId ?? ""}`;

/**
 * What was begun to be written. It is on this device with each key, and on the server and so on other
 * devices a second later; what comes from there never replaces what is being written here.
 */
export class Drafts {
  /** By place. An empty text is a draft that was sent or dropped, until the server knows. */
  readonly store = createStore<ReadonlyMap<string, Draft>>(() => new Map());
  readonly #deps: DraftsDeps;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #saving = new Set<string>();

  constructor(deps: DraftsDeps) {
    this.#deps = deps;
  }

  textAt(place: Place): string {
    return this.store.getState().get(keyOfPlace(place))?.text ?? "";
  }

  write(place: Place, text: string): void {
    if (text === this.textAt(place)) return;
    const { channelId, threadRootId } = place;
    this.#put({ channelId, threadRootId, text, writtenAt: Date.now(), isSaved: false });
    // Whoever sent something does not want to find it on another device.
    this.#saveLater(keyOfPlace(place), text === "" ? 0 : saveAfterMs);
  }

  /** What was kept on this device. */
  restore(kept: readonly Draft[]): void {
    const known = this.store.getState();
    for (const draft of kept) if (!known.has(keyOfPlace(draft))) this.#put(draft);
  }

  /** All drafts as the server has them. */
  read(drafts: readonly ProtoDraft[]): void {
    const read = new Set(drafts.map(keyOfPlace));
    for (const draft of drafts) this.changed(draft);
    for (const [key, draft] of this.store.getState()) {
      if (draft.isSaved && !isBeingWritten(draft) && !read.has(key)) this.#forget(key);
    }
  }

  /** Something was written on another device, or here a moment ago. */
  changed({ channelId, threadRootId, text }: DraftChanged | ProtoDraft): void {
    const key = keyOfPlace({ channelId, threadRootId });
    const draft = this.store.getState().get(key);
    if (draft !== undefined && (!draft.isSaved || isBeingWritten(draft))) return;
    if (text === "") this.#forget(key);
    else this.#put({ channelId, threadRootId, text, writtenAt: 0, isSaved: true });
  }

  /** Saves what is not saved yet: there is a connection, or the page is about to be left. */
  flush(): void {
    for (const [key, draft] of this.store.getState()) if (!draft.isSaved) this.#saveLater(key, 0);
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
  }

  #saveLater(key: string, ms: number): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.set(
      key,
      setTimeout(() => void this.#save(key), ms),
    );
  }

  /** One save at a time for each place, so that the last text is the last that the server hears of. */
  async #save(key: string): Promise<void> {
    const draft = this.store.getState().get(key);
    if (draft === undefined || draft.isSaved || this.#saving.has(key)) return;
    const { channelId, threadRootId = "", text } = draft;
    this.#saving.add(key);
    try {
      await this.#deps.api.messages.saveDraft({ channelId, threadRootId, text });
      this.#saving.delete(key);
      this.#saved(key, draft);
    } catch (error) {
      this.#saving.delete(key);
      // It stays on this device; what the server refuses is not asked for again until it is changed.
      if (failureOf(error).isPassing) this.#saveLater(key, writingMs);
    }
  }

  #saved(key: string, draft: Draft): void {
    if (this.store.getState().get(key) !== draft) return this.#saveLater(key, 0);
    this.#put({ ...draft, isSaved: true });
    if (draft.text !== "") return;
    // An echo of an earlier text may still come.
    setTimeout(() => this.store.getState().get(key)?.text === "" && this.#forget(key), writingMs);
  }

  #put(draft: Draft): void {
    const key = keyOfPlace(draft);
    this.store.setState((all) => new Map([...all, [key, draft]]), true);
    this.#deps.cache.put("drafts", key, draft);
  }

  #forget(key: string): void {
    this.store.setState((all) => new Map([...all].filter(([other]) => other !== key)), true);
    this.#deps.cache.remove("drafts", key);
  }
}

function isBeingWritten({ writtenAt }: Draft): boolean {
  return Date.now() - writtenAt < writingMs;
}

/** Whether something is written in it that will be said in the channel itself. */
export function isForChannel({ threadRootId = "", text }: Draft): boolean {
  return threadRootId === "" && text.trim() !== "";
}
