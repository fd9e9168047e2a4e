import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Message } from "../../../gen/chatter/message/v1/content_pb.js";
import { applyEntry, applyPage, type ChannelLog, emptyLog, type Page, windowMost } from "./channel-log.ts";
import { deeds, type History, happen, listed, listedThread, person } from "./testing/history.ts";

const me = person(0);

/** What has to agree; the faces at a thread after a deletion, and the order of reactions, need not. */
const told = (messages: readonly Message[]) =>
  messages.map(({ id, seq, text, reactions, pinnedBy, editedAt, deletedAt, thread }) => ({
    id,
    seq,
    text,
    pinnedBy,
    edited: editedAt?.nanos,
    deleted: deletedAt?.nanos,
    replies: thread?.replyCount,
    reactions: reactions
      .map(({ emoji, count, userIds, mine }) => ({ emoji, count, mine, userIds: userIds.toSorted() }))
      .toSorted((a, b) => (a.emoji < b.emoji ? -1 : 1)),
  }));

type Move =
  | { readonly kind: "hear"; readonly most: number }
  | { readonly kind: "again"; readonly seq: number }
  | { readonly kind: "latest" | "older" | "newer"; readonly head: number; readonly limit: number }
  | { readonly kind: "around"; readonly head: number; readonly limit: number; readonly at: number };

const moves = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant("hear" as const), most: fc.integer({ min: 1, max: 12 }) }),
    fc.record({ kind: fc.constant("again" as const), seq: fc.nat(50) }),
    fc.record({
      kind: fc.constantFrom("latest" as const, "older" as const, "newer" as const),
      head: fc.nat(),
      limit: fc.integer({ min: 1, max: 8 }),
    }),
    fc.record({
      kind: fc.constant("around" as const),
      head: fc.nat(),
      limit: fc.integer({ min: 1, max: 8 }),
      at: fc.nat(50),
    }),
  ),
  { maxLength: 40 },
);

/** Pages as the server would have answered them at any of its heads. */
class Reader {
  readonly #history: History;
  readonly #rootId: string | undefined;
  log: ChannelLog;

  constructor(history: History, rootId?: string) {
    this.#history = history;
    this.#rootId = rootId;
    const scope = rootId === undefined ? { kind: "channel" as const } : { kind: "thread" as const, rootId };
    this.log = emptyLog(scope, 0n);
  }

  get head(): number {
    return this.#history.entries.length;
  }

  shown(head: number): Message[] {
    const rows = this.#history.states[head] ?? [];
    return this.#rootId === undefined ? listed(rows, me) : listedThread(rows, this.#rootId, me);
  }

  hear(most: number): void {
    for (let seq = Number(this.log.cursor) + 1; seq <= this.head && most > 0; seq += 1, most -= 1) {
      this.apply(seq);
    }
  }

  apply(seq: number): void {
    const entry = this.#history.entries[seq - 1];
    if (entry === undefined) return;
    const next = applyEntry(this.log, BigInt(seq), entry, me);
    if (!("gap" in next)) this.log = next;
    else expect(BigInt(seq)).toBeGreaterThan(this.log.cursor + 1n);
  }

  move(move: Move): void {
    switch (move.kind) {
      case "hear":
        return this.hear(move.most);
      case "again":
        return this.apply(move.seq);
      case "latest":
        return this.read(move, { kind: "replace" }, { from: -move.limit });
      case "around": {
        const { limit, at } = move;
        const from = Math.max(0, at - limit);
        return this.read(move, { kind: "replace" }, { from, to: from + limit });
      }
      case "older":
        return this.older(move);
      case "newer":
        return this.newer(move);
    }
  }

  older(move: { readonly head: number; readonly limit: number }): void {
    const before = this.log.messages[this.#rootId === undefined ? 0 : 1]?.seq;
    if (before === undefined || !this.log.hasOlder) return;
    const keep = (message: Message) => message.seq < before;
    this.read(move, { kind: "older", before }, { keep, from: -move.limit });
  }

  newer(move: { readonly head: number; readonly limit: number }): void {
    const after = this.log.messages.at(-1)?.seq;
    if (after === undefined || !this.log.hasNewer) return;
    const keep = (message: Message) => message.seq > after;
    this.read(move, { kind: "newer", after }, { keep, from: 0, to: move.limit });
  }

  read(
    { head }: { readonly head: number },
    where: Parameters<typeof applyPage>[2],
    span: { readonly from: number; readonly to?: number; readonly keep?: (message: Message) => boolean },
  ): void {
    const at = head % (this.head + 1);
    const shown = this.shown(at);
    const root = this.#rootId === undefined ? [] : shown.slice(0, 1);
    // Nobody has a thread open whose root was not there when its page was read.
    if (this.#rootId !== undefined && root.length === 0) return;
    const rows = shown.slice(root.length);
    const kept = rows.filter(span.keep ?? (() => true));
    const part = kept.slice(span.from, span.to);
    const first = part[0]?.seq ?? BigInt(at + 1);
    const last = part.at(-1)?.seq ?? BigInt(at);
    const page: Page = {
      messages: [...root, ...part],
      hasOlder: kept.some(({ seq }) => seq < first),
      hasNewer: kept.some(({ seq }) => seq > last),
      head: BigInt(at),
    };
    const next = applyPage(this.log, page, where, me);
    if (next !== "stale") this.log = next;
  }

  /** Between its first and last message the window is what the server has, with nothing left out or added. */
  check(): void {
    const { messages, cursor, ahead, endKnown, hasOlder, hasNewer, loaded } = this.log;
    const seqs = messages.map(({ seq }) => seq);
    expect(seqs).toEqual([...new Set(seqs)].toSorted((a, b) => Number(a - b)));
    if (!loaded || ahead.size > 0 || endKnown > cursor) return;
    const all = this.shown(Number(cursor));
    const lead = this.#rootId === undefined ? 0 : 1;
    const [first, last] = [seqs[lead], seqs.at(-1)];
    const expected = all.slice(lead).filter(({ seq }) => {
      const isOld = first === undefined ? hasOlder : hasOlder && seq < first;
      return !isOld && !(hasNewer && (last === undefined || seq > last));
    });
    expect(told(messages.slice(lead))).toEqual(told(expected));
    expect(told(messages.slice(0, lead))).toEqual(told(all.slice(0, lead)));
  }

  /** Hears the rest, then opens every page that is left. */
  finish(): void {
    this.hear(Number.POSITIVE_INFINITY);
    const at = { head: this.head, limit: 5 };
    // Where all that was loaded is deleted, no end is left to go on from.
    const lead = this.#rootId === undefined ? 0 : 1;
    if (this.log.messages.length <= lead) this.move({ kind: "latest", ...at });
    for (let pages = 0; pages < this.head; pages += 1) {
      this.older(at);
      this.newer(at);
    }
    expect(this.log).toMatchObject({ hasOlder: false, hasNewer: false });
  }
}

describe("the log of a channel", () => {
  it("comes to what the server has, whatever the order in which entries and pages arrive", () => {
    fc.assert(
      fc.property(deeds, moves, (done, path) => {
        const reader = new Reader(happen(done));
        for (const move of path) {
          reader.move(move);
          reader.check();
        }
        reader.finish();
        expect(told(reader.log.messages)).toEqual(told(reader.shown(reader.head)));
      }),
      { numRuns: 500 },
    );
  });

  it("does the same for a thread", () => {
    fc.assert(
      fc.property(deeds, moves, (done, path) => {
        const history = happen([{ kind: "post", by: 1 }, ...done]);
        const reader = new Reader(history, "msg_1");
        const possible = path.filter(({ kind }) => kind !== "around" && kind !== "newer");
        for (const move of possible) {
          reader.move(move);
          reader.check();
        }
        reader.finish();
        expect(told(reader.log.messages)).toEqual(told(reader.shown(reader.head)));
      }),
      { numRuns: 300 },
    );
  });

  it("tells of a gap instead of leaving something out", () => {
    const { entries } = happen(Array.from({ length: 3 }, () => ({ kind: "post" as const, by: 1 })));
    const [, , third] = entries;
    if (third === undefined) return expect.unreachable();
    expect(applyEntry(emptyLog({ kind: "channel" }, 0n), 3n, third, me)).toEqual({ gap: true });
  });

  it("leaves messages alone that nothing happened to", () => {
    const history = happen([
      { kind: "post", by: 1 },
      { kind: "post", by: 1 },
      { kind: "react", by: 0, which: 0, emoji: 0 },
    ]);
    const reader = new Reader(history);
    reader.read({ head: 2 }, { kind: "replace" }, { from: 0 });
    const before = reader.log.messages;
    reader.hear(1);
    expect(reader.log.messages[0]).not.toBe(before[0]);
    expect(reader.log.messages[1]).toBe(before[1]);
  });

  it("keeps a bounded window, and lets go of the end that is further away", () => {
    const reader = new Reader(
      happen(Array.from({ length: windowMost + 2 }, () => ({ kind: "post", by: 1 }))),
    );
    reader.read({ head: 0 }, { kind: "replace" }, { from: 0 });
    reader.hear(windowMost + 2);
    expect(reader.log.messages).toHaveLength(windowMost);
    expect(reader.log).toMatchObject({ hasOlder: true, hasNewer: false });
    reader.older({ head: reader.head, limit: 2 });
    expect(reader.log).toMatchObject({ hasOlder: false, hasNewer: true });
    expect(reader.log.messages[0]?.seq).toBe(1n);
  });

  it("asks for a page again when more happened since than it remembers", () => {
    const reader = new Reader(happen(Array.from({ length: 600 }, () => ({ kind: "post", by: 1 }))));
    reader.hear(600);
    const page = { messages: [], hasOlder: false, hasNewer: false };
    expect(applyPage(reader.log, { ...page, head: 99n }, { kind: "replace" }, me)).toBe("stale");
    expect(applyPage(reader.log, { ...page, head: 100n }, { kind: "replace" }, me)).not.toBe("stale");
  });
});
