import { create } from "@bufbuild/protobuf";
import { Code, ConnectError } from "@connectrpc/connect";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Message as ProtoMessage } from "../../../../gen/chatter/message/v1/content_pb.js";
import {
  EntriesSchema,
  Reset_Reason,
  ResetSchema,
} from "../../../../gen/chatter/notification/v1/realtime_pb.js";
import type { Api } from "../../api/clients.ts";
import { Streams } from "../../realtime/streams.ts";
import { channelId, type Deed, deed, me, SimulatedChannel } from "../testing/simulated-channel.ts";
import { ChannelLog } from "./channel-log.ts";
import { messageFromProto } from "./from-proto.ts";
import type { LoadedMessages } from "./loaded-messages.ts";
import type { Message } from "./message.ts";
import type { MessagesView } from "./messages-view.ts";
import type { Place } from "./read-page.ts";

type Part = "latest" | "older" | "newer" | "thread" | "olderReplies";

/** The answer comes at once, so many entries old; undefined: it comes later, or never. */
interface Answered {
  readonly age: number | undefined;
}

type Step =
  | { readonly kind: "act"; readonly deed: Deed }
  | { readonly kind: "deliver"; readonly from: number; readonly count: number }
  | { readonly kind: "next"; readonly count: number }
  | { readonly kind: "reset" | "reconnect" }
  | ({ readonly kind: "load"; readonly what: Part } & Answered)
  | ({ readonly kind: "jump"; readonly to: "seq" | "time" | "message"; readonly seq: number } & Answered)
  | { readonly kind: "sweep"; readonly from: number; readonly count: number }
  | { readonly kind: "expel" | "rejoin" }
  | { readonly kind: "answer"; readonly which: number; readonly age: number };

const age = fc.option(fc.nat(8), { nil: undefined });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("act" as const), deed }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("deliver" as const),
      from: fc.nat(40),
      count: fc.integer({ min: 1, max: 6 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant("next" as const), count: fc.integer({ min: 1, max: 6 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("reset" as const, "reconnect" as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("load" as const),
      what: fc.constantFrom("latest", "older", "newer", "thread", "olderReplies"),
      age,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant("jump" as const),
      to: fc.constantFrom("seq", "time", "message"),
      seq: fc.nat(40),
      age,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("sweep" as const),
      from: fc.nat(40),
      count: fc.integer({ min: 2, max: 12 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("expel" as const, "rejoin" as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant("answer" as const), which: fc.nat(3), age: fc.nat(12) }),
  },
) as fc.Arbitrary<Step>;

const steps = fc.array(step, { maxLength: 80, size: "max" });

/** A client before a server whose frames are lost, doubled and reordered, and whose pages may be old. */
class World {
  readonly server = new SimulatedChannel();
  readonly streams: Streams;
  readonly log: ChannelLog;
  readonly #questions: ((head: number) => void)[] = [];
  #now = 0;

  constructor() {
    this.streams = new Streams({
      apply: (_stream, entry) => this.log.apply(entry),
      restart: () => this.log.interrupt(),
      closed: () => this.log.close(new ConnectError("no longer a member", Code.NotFound)),
      ask: ({ seq }) => queueMicrotask(() => this.deliver(seq + 1, 3)),
      now: () => this.#now,
    });
    const ask = <T>(answer: (head: number) => T) =>
      new Promise<T>((resolve) => this.#questions.push((head) => resolve((async () => answer(head))())));
    const messages = {
      listMessages: (request: Parameters<SimulatedChannel["page"]>[0]) =>
        ask((head) => this.server.page({ ...request, limit: 3 }, head)),
      listThread: (request: Parameters<SimulatedChannel["thread"]>[0]) =>
        ask((head) => this.server.thread({ ...request, limit: 3 }, Math.max(1, head))),
    };
    this.log = new ChannelLog(channelId, {
      isOnline: () => true,
      me,
      api: { messages } as unknown as Api,
      streams: this.streams,
      sending: () => [],
      wasRead: (_channel, head) => this.streams.follow(channelId, head),
      restore: async () => undefined,
      entrance: () => ({ at: "latest" }),
      mostInWindow: 8,
    });
    // Somebody looks, so whatever has to be read anew is.
    this.log.viewers = 1;
    this.server.act({ kind: "post", by: 1, calls: 0 });
    this.streams.follow(channelId, 0);
  }

  get thread(): LoadedMessages {
    return this.log.thread("msg_1");
  }

  get cursor(): number {
    return this.streams.cursor(channelId) ?? 0;
  }

  async take(step: Step): Promise<void> {
    this.#now += 500;
    switch (step.kind) {
      case "act":
        this.server.act(step.deed);
        break;
      case "deliver":
        this.deliver(step.from + 1, step.count);
        break;
      case "next":
        this.deliver(this.cursor + 1, step.count);
        break;
      case "reconnect":
        this.streams.connected();
        break;
      case "reset":
        this.reset(Reset_Reason.TOO_FAR_BEHIND);
        break;
      case "expel":
        this.reset(Reset_Reason.NOT_ALLOWED);
        break;
      case "rejoin":
        this.rejoin();
        break;
      case "sweep":
        this.sweep(step);
        break;
      case "load":
        this.load(step.what);
        this.answerLatest(step.age);
        break;
      case "jump":
        void this.log.window.goTo(this.placeOf(step));
        this.answerLatest(step.age);
        break;
      case "answer":
        this.answer(step.which, this.server.head - step.age);
    }
    await settled();
  }

  deliver(from: number, count: number): void {
    const entries = this.server.entries.slice(from - 1, from - 1 + count);
    if (entries.length === 0) return;
    this.streams.received(create(EntriesSchema, { stream: channelId, firstSeq: BigInt(from), entries }));
  }

  reset(reason: Reset_Reason): void {
    const head = BigInt(this.server.head);
    this.streams.reset(create(ResetSchema, { stream: channelId, head, reason }));
  }

  /** Somebody who was sent away may come back, from where the channel stands then. */
  rejoin(): void {
    if (this.streams.cursor(channelId) !== undefined) return;
    this.streams.follow(channelId, this.server.head);
    this.load("latest");
  }

  /** Deletes many messages that stand together. */
  sweep({ from, count }: { readonly from: number; readonly count: number }): void {
    for (let one = 0; one < count; one += 1) this.server.act({ kind: "delete", which: from });
  }

  placeOf({ to, seq }: Extract<Step, { kind: "jump" }>): Place {
    if (to === "time") return { at: "time", time: seq * 1_000 };
    if (to === "seq") return { at: "seq", seq };
    const all = this.server.listed(this.server.head);
    return { at: "message", id: all[seq % Math.max(1, all.length)]?.id ?? "msg_1" };
  }

  load(what: Part): void {
    const { window } = this.log;
    if (what === "latest") void window.goTo({ at: "latest" });
    else if (what === "older") void window.loadOlder();
    else if (what === "newer") void window.loadNewer();
    else if (what === "thread") void this.thread.refresh();
    else void this.thread.loadOlder();
  }

  answer(which: number, head: number): void {
    const [question] = this.#questions.splice(which % Math.max(1, this.#questions.length), 1);
    question?.(Math.max(0, head));
  }

  answerLatest(age: number | undefined): void {
    if (age !== undefined) this.answer(this.#questions.length - 1, this.server.head - age);
  }

  /** All that was asked for is answered, and every entry comes. */
  async calmDown(): Promise<void> {
    this.rejoin();
    for (let round = 0; round < 200; round += 1) {
      this.#now += 10_000;
      this.deliver(this.cursor + 1, 100);
      this.answer(0, this.server.head);
      await settled();
      if (this.#questions.length === 0 && this.cursor === this.server.head) return;
    }
    throw new Error("the client keeps asking");
  }

  /** Loads on in one direction until there is no more; answers the history as it is then. */
  async walk(what: "older" | "newer" | "olderReplies"): Promise<MessagesView> {
    const list = what === "olderReplies" ? this.thread : this.log.window;
    for (let page = 0; page < 40; page += 1) {
      const { hasOlder, hasNewer } = list.store.getState();
      if (!(what === "newer" ? hasNewer : hasOlder)) break;
      this.load(what);
      await this.calmDown();
    }
    return list.store.getState();
  }

  /** What is shown out of order, twice, or not although it stands between what is shown. */
  faults(): number[] {
    const { head, entries } = this.server;
    const moved = entries.map(({ body }) => (body.case === "movedToThread" ? body.value.messageId : ""));
    // Where a message stands that was moved may be among the entries that were left out or are still to come.
    const staying = (messages: readonly ProtoMessage[]) => messages.filter(({ id }) => !moved.includes(id));
    return [
      ...faultsIn(this.log.window, staying(this.server.listed(head))),
      ...faultsIn(this.thread, staying(this.server.replies("msg_1", head))),
    ];
  }
}

function faultsIn(list: LoadedMessages, all: readonly ProtoMessage[]): number[] {
  const seqs = list.store.getState().rows.map(({ seq }) => seq);
  const [first = 0, last = 0] = [seqs[0], seqs.at(-1)];
  // Whether a thread keeps the place of a deleted message may be among the entries that were left out.
  const alive = all.filter(({ deletedAt }) => deletedAt === undefined).map(({ seq }) => Number(seq));
  const missing = alive.filter((seq) => seq >= first && seq <= last && !seqs.includes(seq));
  return [...missing, ...seqs.filter((seq, index) => index > 0 && seq <= (seqs[index - 1] ?? 0))];
}

const numRuns = 200;

/** What chance finds rarely: a server that lags answers what stands before a page of one that does not. */
const examples: [Step[]][] = [
  [
    [
      { kind: "act", deed: { kind: "reply", by: 0, calls: 0, to: 0, also: true } },
      { kind: "jump", to: "seq", seq: 3, age: 0 },
      { kind: "load", what: "older", age: 2 },
    ],
  ],
];

/** Enough turns for what was read to be put together with what came meanwhile. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
}

/** What the naive account tells too; it knows no faces of threads, and no order of reactions. */
function told(messages: readonly Message[]) {
  return messages.map(({ key: _key, thread, reactions, ...rest }) => ({
    ...rest,
    replies: thread?.replyCount,
    reactions: reactions
      .map(({ userIds, ...reaction }) => ({ ...reaction, userIds: [...userIds].sort() }))
      .sort((one, other) => one.emoji.localeCompare(other.emoji)),
  }));
}

const expected = (messages: readonly ProtoMessage[]) => told(messages.map((it) => messageFromProto(it, me)));

describe("what is loaded of a channel", () => {
  it("comes to what the whole log says, whatever is lost, doubled, reordered or long past", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const world = new World();
        for (const it of taken) {
          await world.take(it);
          expect(world.faults()).toEqual([]);
        }
        await world.calmDown();
        for (const what of ["thread", "latest"] as const) {
          world.load(what);
          await world.calmDown();
        }
        const { head } = world.server;
        const all = expected(world.server.listed(head));
        const oldest = await world.walk("older");
        expect(oldest).toMatchObject({ status: "ready", hasOlder: false });
        expect(told(oldest.rows)).toEqual(oldest.hasNewer ? all.slice(0, oldest.rows.length) : all);
        const newest = await world.walk("newer");
        expect(newest).toMatchObject({ status: "ready", hasNewer: false });
        expect(told(newest.rows)).toEqual(newest.hasOlder ? all.slice(-newest.rows.length) : all);
        await world.walk("olderReplies");
        const thread = world.thread.store.getState();
        expect(told(thread.rows)).toEqual(expected(world.server.replies("msg_1", head)));
        expect(told(thread.root === undefined ? [] : [thread.root])).toEqual(
          expected(world.server.messages(head).slice(0, 1)),
        );
      }),
      { numRuns, examples },
    );
  }, 60_000);

  it("has no gap between its ends at any time once all has come", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const world = new World();
        for (const it of taken) {
          await world.take(it);
          expect(world.faults()).toEqual([]);
        }
        await world.calmDown();
        // A server that gave nothing but old pages is asked again with the next connection.
        void world.log.refresh();
        await world.calmDown();
        const { status, rows, hasNewer } = world.log.window.store.getState();
        if (status !== "ready" || rows.length === 0) return;
        const { seq: first = 0 } = rows[0] ?? {};
        const last = hasNewer ? (rows.at(-1)?.seq ?? 0) : Number.POSITIVE_INFINITY;
        const between = world.server
          .listed(world.server.head)
          .filter(({ seq }) => Number(seq) >= first && Number(seq) <= last);
        expect(told(rows)).toEqual(expected(between));
      }),
      { numRuns, examples },
    );
  }, 60_000);
});
