import { Code, ConnectError } from "@connectrpc/connect";
import type { LogEntry } from "../../realtime/streams.ts";
import type { Cache } from "../cache/cache.ts";
import { ChannelLog, type ChannelLogDeps } from "./channel-log.ts";

export type LogsDeps = Omit<ChannelLogDeps, "restore"> & {
  readonly cache: Cache;
};

const mostUnseen = 20;
const mostSaved = 50;
const saveAfterMs = 1_000;

/** The logs of the channels that were looked at, those seen last at the end; of the others nothing is kept. */
export class Logs {
  readonly #deps: LogsDeps;
  readonly #logs = new Map<string, ChannelLog>();
  readonly #saves = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(deps: LogsDeps) {
    this.#deps = deps;
  }

  of(channelId: string): ChannelLog {
    const known = this.#logs.get(channelId);
    if (known !== undefined) return known;
    const restore = () => this.#deps.cache.get("logs", channelId);
    const log = new ChannelLog(channelId, { ...this.#deps, restore });
    this.#logs.set(channelId, log);
    return log;
  }

  find(channelId: string): ChannelLog | undefined {
    return this.#logs.get(channelId);
  }

  /** Somebody looks at a channel, until the answer is called. */
  view(channelId: string): () => void {
    const log = this.of(channelId);
    log.viewers += 1;
    this.#logs.delete(channelId);
    this.#logs.set(channelId, log);
    void (log.viewers === 1 ? log.visit() : log.enter());
    this.#letGo();
    return () => {
      log.viewers -= 1;
    };
  }

  apply(channelId: string, entry: LogEntry): void {
    const log = this.#logs.get(channelId);
    log?.apply(entry);
    if (log !== undefined) this.saveLater(channelId);
  }

  interrupt(channelId: string): void {
    this.#logs.get(channelId)?.interrupt();
  }

  /** This person may not read it as they could: what is open is read anew, if that is still allowed. */
  expel(channelId: string): void {
    const log = this.#logs.get(channelId);
    this.#deps.cache.remove("logs", channelId);
    log?.close(new ConnectError("no longer a member", Code.NotFound));
    this.admit(channelId);
  }

  /** This person may read it now: if it is open, it is shown. */
  admit(channelId: string): void {
    const log = this.#logs.get(channelId);
    if (log !== undefined && log.viewers > 0) void log.enter();
  }

  drop(channelId: string): void {
    this.#logs.delete(channelId);
  }

  interruptAll(): void {
    for (const log of this.#logs.values()) log.interrupt();
  }

  /** There is a connection: what could not be read is read now, where somebody looks. */
  online(): void {
    for (const log of this.#logs.values()) if (log.viewers > 0) void log.enter();
  }

  publish(channelId: string): void {
    this.#logs.get(channelId)?.publish();
  }

  /** Keeps the latest messages for the next visit. */
  saveLater(channelId: string): void {
    if (this.#saves.has(channelId)) return;
    this.#saves.set(
      channelId,
      setTimeout(() => this.#save(channelId), saveAfterMs),
    );
  }

  /** Keeps at once what is to be kept: the page may be about to be left. */
  flush(): void {
    for (const channelId of this.#saves.keys()) this.#save(channelId);
  }

  close(): void {
    for (const timer of this.#saves.values()) clearTimeout(timer);
  }

  #save(channelId: string): void {
    clearTimeout(this.#saves.get(channelId));
    this.#saves.delete(channelId);
    const latest = this.#logs.get(channelId)?.window.latest(mostSaved);
    if (latest !== undefined) this.#deps.cache.put("logs", channelId, latest);
  }

  #letGo(): void {
    const unseen = [...this.#logs].filter(([, { viewers }]) => viewers === 0);
    for (const [channelId] of unseen.slice(0, -mostUnseen)) this.#logs.delete(channelId);
  }
}
