import { createStore } from "zustand/vanilla";
import { type Failure, failureOf } from "../../api/failure.ts";
import type { LogEntry, Streams } from "../../realtime/streams.ts";
import type { Message } from "./message.ts";
import { type MessagesView, nothingYet } from "./messages-view.ts";
import { leastHeadOf, type Place, type Reading, readTogether } from "./read-page.ts";
import { keepingSame, sameList } from "./same.ts";
import {
  type Held,
  heldAfter,
  type Reader,
  type Segment,
  segmentOf,
  trim,
  withEntry,
  withNewer,
  withOlder,
} from "./segment.ts";

/** Which list it is: a channel's history or a thread. */
export interface MessageSource extends Reader {
  readonly channelId: string;
  readonly read: (place: Place) => Promise<Reading>;
  readonly isShown: (message: Message) => boolean;
  /** As many are kept in memory; the far end is let go. */
  readonly most: number;
}

export interface LoadedMessagesDeps {
  readonly streams: Streams;
  /** A message with what this person wants of it. */
  readonly show: (message: Message) => Message;
  /** What is on its way into this list. */
  readonly sending: () => readonly Message[];
  /** The list was read, and reflects the log up to there. */
  readonly wasRead: (head: number) => void;
}

/** The newest messages of a list, and whether there are others before them. */
export interface Latest {
  readonly messages: readonly Message[];
  readonly hasOlder: boolean;
}

type Load = "place" | "older" | "newer";

/** A part of a list of messages, kept up with the log. */
export class LoadedMessages {
  readonly store = createStore<MessagesView>(() => nothingYet);
  readonly #source: MessageSource;
  readonly #deps: LoadedMessagesDeps;
  #segment: Segment | undefined;
  #root: Held | undefined;
  /** What is shown may lack entries: it is read anew before anything is added to it. */
  #isStale = true;
  #wantsEnd = true;
  /** The end near which somebody reads: the other one is cut off when it gets too long. */
  #readsAt: "older" | "newer" = "newer";
  /** Counts how often another part was gone to, so that what was read for an earlier one is left. */
  #turn = 0;
  /** The latest of the ways to another part. */
  #going: Promise<boolean> | undefined;
  readonly #loading = new Set<Load>();
  #failure: Failure | undefined;

  constructor(source: MessageSource, deps: LoadedMessagesDeps) {
    this.#source = source;
    this.#deps = deps;
  }

  /**
   * Shows the part of the list that holds a place; false if it could not be read. Where somebody wanted to
   * go elsewhere meanwhile, the answer is about that.
   */
  async goTo(place: Place): Promise<boolean> {
    if (this.#holds(place)) return true;
    const going: Promise<boolean> = this.#goTo(place).then((isThere) =>
      isThere || this.#going === going ? isThere : (this.#going ?? false),
    );
    this.#going = going;
    return going;
  }

  #goTo(place: Place): Promise<boolean> {
    this.#turn += 1;
    this.#loading.clear();
    this.#wantsEnd = place.at === "latest";
    this.#readsAt = "newer";
    return this.#load("place", place, ({ root, ...page }) => {
      this.#segment = keepingSame(this.#segment, segmentOf(page));
      this.#root = root && { message: root, asOf: page.head };
      this.#isStale = false;
    });
  }

  /** Reads anew what may lack entries, where it is; does nothing where it is complete. */
  async refresh(): Promise<boolean> {
    if (!this.#isStale) return true;
    if (this.#loading.has("place")) return this.#going ?? true;
    const held = this.#segment?.held ?? [];
    const middle = held[Math.floor(held.length / 2)];
    const stays = !this.#wantsEnd && middle !== undefined;
    return this.goTo(stays ? { at: "seq", seq: middle.message.seq } : { at: "latest" });
  }

  async loadOlder(): Promise<void> {
    if (this.#isStale && !(await this.refresh())) return;
    const { hasOlder = false, from = 0 } = this.#segment ?? {};
    if (!hasOlder) return;
    await this.#load("older", { at: "before", seq: from }, (page) => this.#extend(withOlder, page, "older"));
  }

  async loadNewer(): Promise<void> {
    if (this.#isStale && !(await this.refresh())) return;
    const { hasNewer = false, to = 0 } = this.#segment ?? {};
    if (!hasNewer) return;
    await this.#load("newer", { at: "after", seq: to }, (page) => this.#extend(withNewer, page, "newer"));
    this.#wantsEnd = this.#segment?.hasNewer === false;
  }

  /** Takes the entry that follows; the caller publishes. */
  apply(entry: LogEntry): void {
    const { me, most } = this.#source;
    this.#root &&= heldAfter(this.#root, entry, me);
    if (this.#segment === undefined) return;
    const grown = withEntry(this.#segment, entry, this.#source);
    // A cut redraws the list, so it is made rarely.
    this.#segment = grown.held.length > most * 1.2 ? trim(grown, most, this.#readsAt) : grown;
  }

  /** Shows what was kept from an earlier visit until the list has been read. */
  restore(kept: Latest | undefined): void {
    if (this.#segment !== undefined || kept === undefined || kept.messages.length === 0) return;
    this.#segment = segmentOf({ ...kept, hasNewer: true, head: Number.POSITIVE_INFINITY });
    // Whatever was asked for, this is the end as far as it is known here, and what is written stands below it.
    this.#wantsEnd = true;
    this.publish();
  }

  /** Entries were left out: nothing is added until the list has been read anew. */
  interrupt(): void {
    this.#turn += 1;
    this.#loading.clear();
    this.#isStale = true;
    if (this.#segment !== undefined) this.#segment = { ...this.#segment, hasNewer: true };
    this.publish();
  }

  /** Nothing of it may be shown any more. */
  close(failure: Failure): void {
    this.#turn += 1;
    this.#loading.clear();
    this.#segment = undefined;
    this.#root = undefined;
    this.#isStale = true;
    this.#failure = failure;
    this.publish();
  }

  /** What is loaded of the messages after a position. */
  after(seq: number): readonly Message[] {
    const held = this.#segment?.held ?? [];
    return held.flatMap(({ message }) => (message.seq > seq ? message : []));
  }

  /** The newest messages, if they are all there. */
  latest(count: number): Latest | undefined {
    if (this.#isStale || this.#segment === undefined || this.#segment.hasNewer) return undefined;
    const { held, hasOlder } = this.#segment;
    const messages = held.slice(-count).map(({ message }) => message);
    return { messages, hasOlder: hasOlder || held.length > count };
  }

  publish(): void {
    this.store.setState(this.#view(this.store.getState().rows), true);
  }

  #holds(place: Place): boolean {
    const segment = this.#segment;
    if (segment === undefined || this.#isStale) return false;
    if (place.at === "latest") return !segment.hasNewer;
    if (place.at === "seq") return place.seq >= segment.from && place.seq <= segment.to;
    return place.at === "message" && segment.held.some(({ message }) => message.id === place.id);
  }

  #extend(join: typeof withOlder, page: Reading, end: "older" | "newer"): void {
    this.#readsAt = end;
    if (this.#segment !== undefined) this.#segment = trim(join(this.#segment, page), this.#source.most, end);
  }

  async #load(load: Load, place: Place, install: (page: Reading) => void): Promise<boolean> {
    if (load !== "place" && this.#loading.size > 0) return false;
    const turn = this.#turn;
    this.#loading.add(load);
    this.publish();
    const take = (page: Reading, since: readonly LogEntry[]) => {
      if (turn !== this.#turn) return;
      install(page);
      for (const entry of since) this.apply(entry);
      this.#deps.wasRead(page.head);
    };
    const { read, channelId } = this.#source;
    const failure = await readTogether(this.#deps.streams, channelId, {
      read: () => read(place),
      leastHead: leastHeadOf(place),
      take,
    }).then(() => undefined, failureOf);
    if (turn !== this.#turn) return false;
    this.#failure = failure;
    this.#loading.delete(load);
    this.publish();
    return failure === undefined;
  }

  #view(before: readonly Message[]): MessagesView {
    const segment = this.#segment;
    const isAtEnd = segment !== undefined && (this.#isStale ? this.#wantsEnd : !segment.hasNewer);
    return {
      status: segment === undefined ? (this.#failure === undefined ? "loading" : "failed") : "ready",
      failure: this.#failure,
      root: this.#root && this.#deps.show(this.#root.message),
      rows: segment === undefined ? [] : sameList(before, this.#rows(segment, isAtEnd)),
      hasOlder: segment?.hasOlder ?? false,
      hasNewer: segment !== undefined && !isAtEnd,
      isLoadingOlder: this.#loading.has("older"),
      isLoadingNewer: this.#loading.has("newer"),
    };
  }

  #rows({ held }: Segment, isAtEnd: boolean): readonly Message[] {
    const stored = held.map(({ message }) => this.#deps.show(message)).filter(this.#source.isShown);
    if (!isAtEnd) return stored;
    const keys = new Set(held.slice(-100).map(({ message }) => message.key));
    return [...stored, ...this.#deps.sending().filter(({ key }) => !keys.has(key))];
  }
}
