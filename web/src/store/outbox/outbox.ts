import { Code } from "@connectrpc/connect";
import { createStore } from "zustand/vanilla";
import type { Error as SendError, SendResult } from "../../../../gen/chatter/notification/v1/realtime_pb.js";
import { refusal, textOf } from "../../api/failure.ts";
import { newKey } from "../../api/reaching.ts";
import { backoff } from "../../realtime/backoff.ts";
import type { ToServer } from "../../realtime/socket.ts";
import type { LogEntry } from "../../realtime/streams.ts";
import { t } from "../../text/text.ts";
import type { Cache } from "../cache/cache.ts";
import type { Message } from "../log/message.ts";
import type { Tabs } from "../tabs.ts";
import { Attempts } from "./attempts.ts";
import { frameOf, isOlder, messageOf, type Outgoing, type Writing } from "./outgoing.ts";
import { Pace } from "./pace.ts";

export type OutboxNews = { readonly put: Outgoing } | { readonly gone: string };

export interface OutboxDeps {
  readonly me: string;
  readonly cache: Cache;
  readonly tabs: Tabs<OutboxNews>;
  /** False where there is no connection. */
  readonly send: (frame: ToServer) => boolean;
  /** The last entry that came of a channel's log; undefined where none will. */
  readonly cursor: (channelId: string) => number | undefined;
}

const answerMs = 15_000;
const attempts = 6;
// The server knows a message by its client id for seven days; later it might store it a second time.
const freshMs = 6 * 24 * 60 * 60_000;

/**
 * Messages on their way. In each channel one is sent after the other, each under the same client id
 * until its entry has come, so that they keep their order and none is stored twice, whatever is lost.
 */
export class Outbox {
  /** By client id, in the order of writing; those of other tabs too. */
  readonly store = createStore<ReadonlyMap<string, Outgoing>>(() => new Map());
  readonly #deps: OutboxDeps;
  readonly #outlived: Set<string>;
  /** Client ids of what is stored or given up: older news of it may still be on the way. */
  readonly #over = new Set<string>();
  readonly #attempts = new Attempts((channelId) => this.#next(channelId));
  readonly #failures = new Map<string, number>();
  readonly #messages = new WeakMap<Outgoing, Message>();
  readonly #pace = new Pace();

  constructor(deps: OutboxDeps) {
    this.#deps = deps;
    this.#outlived = new Set([deps.tabs.id]);
    deps.tabs.hear((news) => {
      if ("gone" in news) this.#heardGone(news.gone);
      else this.#heard(news.put);
    });
  }

  /** Takes over what was kept: at once what no tab sends any more, the rest when its tab is gone. */
  restore(kept: readonly Outgoing[]): void {
    const inOrder = [...kept].sort((one, other) => one.writtenAt - other.writtenAt);
    const open = inOrder.filter(({ clientId }) => !this.#over.has(clientId));
    const all = new Map(open.map((it) => [it.clientId, it]));
    // What was heard of meanwhile was written later, or is among it and newer.
    for (const [clientId, heard] of this.store.getState()) {
      const outgoing = all.get(clientId);
      if (outgoing === undefined || !isOlder(heard, outgoing)) all.set(clientId, heard);
    }
    this.store.setState(all, true);
    for (const { clientId } of inOrder) if (this.#over.has(clientId)) this.#drop(clientId);
    for (const { tab } of open) this.#outlive(tab);
  }

  /** Sends, now or as soon as there is a connection; answers the client id. */
  send(writing: Writing): string {
    const clientId = newKey();
    const tab = this.#deps.tabs.id;
    const written = { clientId, tab, claim: 0, writtenAt: Date.now() };
    this.#put({ ...writing, ...written, state: "waiting", failure: undefined });
    this.#next(writing.channelId);
    return clientId;
  }

  /** Tries a failed message again, under the same client id. */
  retry(clientId: string): void {
    const outgoing = this.store.getState().get(clientId);
    if (outgoing?.state !== "failed") return;
    this.#failures.delete(clientId);
    const writtenAt = isLate(outgoing) ? Date.now() : outgoing.writtenAt;
    this.#put({ ...this.#claimed(outgoing), writtenAt, state: "waiting", failure: undefined });
    this.#next(outgoing.channelId);
  }

  /** Gives a message up that is not stored. */
  discard(clientId: string): void {
    if (this.store.getState().get(clientId)?.state !== "sent") this.#remove(clientId);
  }

  /** There is a connection: goes on everywhere. What was not answered before it is sent again. */
  online(): void {
    this.close();
    this.#nextEverywhere();
  }

  /** Waits for nothing any more. */
  close(): void {
    this.#attempts.endAll();
  }

  answered({ clientId, result }: SendResult): void {
    const outgoing = this.store.getState().get(clientId);
    this.#attempts.end(clientId);
    if (outgoing === undefined) return this.#nextEverywhere();
    if (result.case === "error") return this.#refused(outgoing, result.value);
    const { channelId } = outgoing;
    const cursor = this.#deps.cursor(channelId) ?? Number.POSITIVE_INFINITY;
    // Its entry may have come on an earlier visit, which did not live to hear the answer.
    if (Number(result.value?.seq) > cursor) this.#stored(outgoing);
    else this.#remove(clientId);
    this.#next(channelId);
  }

  /** The entry of a message that this person sent has come, here or from another device. */
  applied({ body }: LogEntry): void {
    if (body.case !== "messagePosted" || body.value.message?.authorId !== this.#deps.me) return;
    const { clientId } = body.value.message;
    this.#over.add(clientId);
    if (this.store.getState().has(clientId)) this.#remove(clientId);
  }

  /** Entries of a channel were left out; among them those of what is stored. */
  interrupt(channelId: string): void {
    for (const outgoing of this.store.getState().values()) {
      if (outgoing.channelId === channelId && outgoing.state === "sent") this.#remove(outgoing.clientId);
    }
  }

  sendingIn(channelId: string): readonly Message[] {
    const here = [...this.store.getState().values()].filter((outgoing) => outgoing.channelId === channelId);
    return here.map((outgoing) => this.#messageOf(outgoing));
  }

  /** Tabs that were opened since may know of it from this one only. */
  #heardGone(clientId: string): void {
    const isMine = this.store.getState().get(clientId)?.tab === this.#deps.tabs.id;
    if (isMine) this.#remove(clientId);
    else this.#drop(clientId);
  }

  #heard(put: Outgoing): void {
    // Whoever tells it does not know yet, and has told others and the cache.
    if (this.#over.has(put.clientId)) return this.#remove(put.clientId);
    // What is stored and was never on its way here needs no place until its entry comes, if it has not.
    const known = this.store.getState().get(put.clientId);
    if (put.state === "sent" && known === undefined) return;
    if (known === undefined || !isOlder(put, known)) this.#show(put);
    this.#outlive(put.tab);
  }

  /** Takes over what another tab leaves. */
  #outlive(tab: string): void {
    if (this.#outlived.has(tab)) return;
    this.#outlived.add(tab);
    this.#deps.tabs.whenGone(tab, () => {
      this.#outlived.delete(tab);
      for (const outgoing of this.store.getState().values()) if (outgoing.tab === tab) this.#adopt(outgoing);
    });
  }

  #adopt(outgoing: Outgoing): void {
    if (outgoing.state === "sent") return this.#remove(outgoing.clientId);
    this.#put(this.#claimed(outgoing));
    this.#next(outgoing.channelId);
  }

  #claimed(outgoing: Outgoing): Outgoing {
    return { ...outgoing, tab: this.#deps.tabs.id, claim: outgoing.claim + 1 };
  }

  #nextEverywhere(): void {
    for (const { channelId } of this.store.getState().values()) this.#next(channelId);
  }

  #next(channelId: string): void {
    if (this.#attempts.isBusy(channelId)) return;
    const { tabs, send } = this.#deps;
    const next = [...this.store.getState().values()].find(
      (it) => it.channelId === channelId && it.tab === tabs.id && it.state === "waiting",
    );
    if (next === undefined) return;
    if (isLate(next)) return this.#giveBack(next);
    const early = this.#pace.early();
    if (early > 0) return this.#attempts.begin(next, early);
    if (!send(frameOf(next))) return;
    this.#pace.step();
    this.#attempts.begin(next, answerMs);
  }

  /** The person decides whether it is sent: the server would not know any more if it was stored before. */
  #giveBack(outgoing: Outgoing): void {
    this.#put({ ...outgoing, state: "failed", failure: refusal("TOO_LATE", t("error.sendTooLate"), true) });
    this.#next(outgoing.channelId);
  }

  #refused(outgoing: Outgoing, { reason, message, retryable }: SendError): void {
    const { clientId, channelId } = outgoing;
    const failures = (this.#failures.get(clientId) ?? 0) + 1;
    this.#failures.set(clientId, failures);
    if (retryable && failures < attempts)
      return this.#attempts.begin(outgoing, backoff(failures, Math.random));
    const failure = refusal(reason, textOf(reason, Code.Unknown, message), retryable);
    this.#put({ ...outgoing, state: "failed", failure });
    this.#next(channelId);
  }

  #put(outgoing: Outgoing): void {
    this.#show(outgoing);
    this.#deps.cache.put("outbox", outgoing.clientId, outgoing);
    this.#deps.tabs.tell({ put: outgoing });
  }

  /** It is shown until its entry comes, and need not outlive this page. */
  #stored(outgoing: Outgoing): void {
    const sent = { ...outgoing, state: "sent", failure: undefined } as const;
    this.#show(sent);
    this.#deps.cache.remove("outbox", sent.clientId);
    this.#deps.tabs.tell({ put: sent });
  }

  #remove(clientId: string): void {
    this.#drop(clientId);
    this.#deps.tabs.tell({ gone: clientId });
  }

  #drop(clientId: string): void {
    this.#over.add(clientId);
    this.#failures.delete(clientId);
    this.store.setState((all) => new Map([...all].filter(([id]) => id !== clientId)), true);
    this.#deps.cache.remove("outbox", clientId);
  }

  #show(outgoing: Outgoing): void {
    this.store.setState((all) => new Map([...all, [outgoing.clientId, outgoing]]), true);
  }

  #messageOf(outgoing: Outgoing): Message {
    const message = this.#messages.get(outgoing) ?? messageOf(outgoing, this.#deps.me);
    this.#messages.set(outgoing, message);
    return message;
  }
}

const isLate = ({ writtenAt }: Outgoing): boolean => Date.now() - writtenAt > freshMs;
