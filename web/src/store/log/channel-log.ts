import { type Failure, failureOf } from "../../api/failure.ts";
import type { LogEntry, Streams } from "../../realtime/streams.ts";
import { Intents } from "./intents.ts";
import { type Latest, LoadedMessages } from "./loaded-messages.ts";
import { isInChannel, isShownInChannel, isShownInThread, type Message } from "./message.ts";
import { type Place, type ReadDeps, readMessages, readThread } from "./read-page.ts";

export interface ChannelLogDeps extends ReadDeps {
  readonly streams: Streams;
  /** What this person has sent and is not stored yet. */
  readonly sending: (channelId: string) => readonly Message[];
  /** A list of this channel was read, and reflects its log up to `head`. */
  readonly wasRead: (channelId: string, head: number) => void;
  /** False where the browser says that there is no network. */
  readonly isOnline: () => boolean;
  /** The latest messages kept from an earlier visit. */
  readonly restore: (channelId: string) => Promise<Latest | undefined>;
  /** Where a visit begins. */
  readonly entrance: (channelId: string) => Place;
  /** As many messages of the history are kept in memory; 2,000 where nothing is said. */
  readonly mostInWindow?: number;
}

const mostThreads = 5;

/** All that is loaded of one channel: a part of its history, and threads. */
export class ChannelLog {
  readonly channelId: string;
  readonly window: LoadedMessages;
  readonly intents: Intents;
  /** How many look at it. */
  viewers = 0;
  readonly #deps: ChannelLogDeps;
  readonly #threads = new Map<string, LoadedMessages>();
  #isPublishing = false;
  #isEntered = false;

  constructor(channelId: string, deps: ChannelLogDeps) {
    this.channelId = channelId;
    this.#deps = deps;
    this.intents = new Intents(deps.me, () => this.publish());
    this.window = this.#list({
      read: (place) => readMessages(deps, channelId, place),
      belongs: isInChannel,
      isShown: isShownInChannel,
      most: deps.mostInWindow ?? 2_000,
    });
  }

  /** Loads what a visit begins with, once; what was kept from an earlier visit is shown meanwhile. */
  async enter(): Promise<void> {
    if (this.#isEntered) return this.refresh();
    this.#isEntered = true;
    const place = this.#deps.entrance(this.channelId);
    const loaded = this.window.goTo(place);
    const kept = this.#deps.restore(this.channelId);
    if (place.at === "latest" || !this.#deps.isOnline()) this.window.restore(await kept);
    this.#isEntered = await loaded;
    // What was read before is better than nothing, wherever one wanted to be.
    if (!this.#isEntered) this.window.restore(await kept);
  }

  /** Somebody comes to look at it: what they have not read is loaded, whatever was before. */
  async visit(): Promise<void> {
    if (!this.#isEntered) return this.enter();
    await this.window.goTo(this.#deps.entrance(this.channelId));
  }

  /** A thread of the channel; it is loaded when it is first asked for. */
  thread(rootId: string): LoadedMessages {
    const known = this.#threads.get(rootId);
    if (known !== undefined) return known;
    const thread = this.#list({
      read: (place) => readThread(this.#deps, rootId, place),
      belongs: ({ threadRootId }) => threadRootId === rootId,
      isShown: isShownInThread,
      most: Number.POSITIVE_INFINITY,
    });
    const [oldest] = this.#threads.keys();
    if (oldest !== undefined && this.#threads.size >= mostThreads) this.#threads.delete(oldest);
    this.#threads.set(rootId, thread);
    return thread;
  }

  /** Takes the entry that follows. */
  apply(entry: LogEntry): void {
    for (const list of this.#lists()) list.apply(entry);
    if (entry.body.case === "movedToThread") this.#joined(entry.body.value.threadRootId);
    this.intents.applied(entry);
    this.publish();
  }

  /** Something that was said before is in a thread now: only the server knows what, so the thread is read anew. */
  #joined(rootId: string): void {
    const thread = this.#threads.get(rootId);
    thread?.interrupt();
    if (this.viewers > 0) void thread?.refresh();
  }

  /** Entries were left out: what is on screen is read anew, the rest when it is looked at. */
  interrupt(): void {
    for (const list of this.#lists()) list.interrupt();
    if (this.viewers > 0) void this.refresh();
  }

  async refresh(): Promise<void> {
    await Promise.all([...this.#lists()].map((list) => list.refresh()));
  }

  close(error: unknown): void {
    const failure: Failure = failureOf(error);
    this.#isEntered = false;
    for (const list of this.#lists()) list.close(failure);
  }

  /** Shows what has changed, once for all that changes in one go. */
  publish(): void {
    if (this.#isPublishing) return;
    this.#isPublishing = true;
    queueMicrotask(() => {
      this.#isPublishing = false;
      for (const list of this.#lists()) list.publish();
    });
  }

  *#lists(): Iterable<LoadedMessages> {
    yield this.window;
    yield* this.#threads.values();
  }

  #list(source: Omit<ConstructorParameters<typeof LoadedMessages>[0], "channelId" | "me">): LoadedMessages {
    const { me, streams, sending, wasRead } = this.#deps;
    const { channelId } = this;
    return new LoadedMessages(
      { ...source, channelId, me },
      {
        streams,
        show: (message) => this.intents.show(message),
        sending: () => sending(channelId).filter(source.belongs),
        wasRead: (head) => wasRead(channelId, head),
      },
    );
  }
}
