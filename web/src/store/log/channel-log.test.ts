import { create } from "@bufbuild/protobuf";
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

type Step =
  | { readonly kind: "act"; readonly deed: Deed }
  | { readonly kind: "deliver"; readonly from: number; readonly count: number }
  | { readonly kind: "next"; readonly count: number }
  | { readonly kind: "reset" | "reconnect" }
  | { readonly kind: "load"; readonly what: "latest" | "older" | "newer" | "thread" | "olderReplies" }
  | { readonly kind: "jump"; readonly seq: number }
  | { readonly kind: "answer"; readonly which: number; readonly age: number };

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
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant("next" as const), count: fc.integer({ min: 1, max: 6 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom("reset" as const, "reconnect" as const) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant("load" as const),
      what: fc.constantFrom("latest", "older", "newer", "thread", "olderReplies"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("jump" as const), seq: fc.nat(40) }) },
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
      closed: () => {
        throw new Error("nobody was sent away");
      },
      ask: ({ seq }) => queueMicrotask(() => this.deliver(seq + 1, 3)),
      now: () => this.#now,
    });
    const ask = <T>(answer: (head: number) => T) =>
      new Promise<T>((resolve) => this.#questions.push((head) => resolve(answer(head))));
    const messages = {
      listMessages: (request: Parameters<SimulatedChannel["page"]>[0]) =>
        ask((head) => this.server.page({ ...request, limit: 3 }, head)),
      listThread: (request: Parameters<SimulatedChannel["thread"]>[0]) =>
        ask((head) => this.server.thread({ ...request, limit: 3 }, Math.max(1, head))),
    };
    this.log = new ChannelLog(channelId, {
      me,
      api: { messages } as unknown as Api,
      streams: this.streams,
      sending: () => [],
      wasRead: () => undefined,
      restore: async () => [],
      entrance: () => ({ at: "latest" }),
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
        this.reset();
        break;
      case "load":
        this.load(step.what);
        break;
      case "jump":
        void this.log.window.goTo({ at: "seq", seq: step.seq });
        break;
      case "answer":
        this.answer(step.which, Math.max(0, this.server.head - step.age));
    }
    await settled();
  }

  deliver(from: number, count: number): void {
    const entries = this.server.entries.slice(from - 1, from - 1 + count);
    if (entries.length === 0) return;
    this.streams.received(create(EntriesSchema, { stream: channelId, firstSeq: BigInt(from), entries }));
  }

  reset(): void {
    const head = BigInt(this.server.head);
    const reason = Reset_Reason.TOO_FAR_BEHIND;
    this.streams.reset(create(ResetSchema, { stream: channelId, head, reason }));
  }

  load(what: Extract<Step, { kind: "load" }>["what"]): void {
    const { window } = this.log;
    if (what === "latest") void window.goTo({ at: "latest" });
    else if (what === "older") void window.loadOlder();
    else if (what === "newer") void window.loadNewer();
    else if (what === "thread") void this.thread.refresh();
    else void this.thread.loadOlder();
  }

  answer(which: number, head: number): void {
    const [question] = this.#questions.splice(which % Math.max(1, this.#questions.length), 1);
    question?.(head);
  }

  /** All that was asked for is answered, and every entry comes. */
  async calmDown(): Promise<void> {
    for (let round = 0; round < 200; round += 1) {
      this.#now += 10_000;
      this.deliver(this.cursor + 1, 100);
      this.answer(0, this.server.head);
      await settled();
      if (this.#questions.length === 0 && this.cursor === this.server.head) return;
    }
    throw new Error("the client keeps asking");
  }

  /** What is shown out of order, twice, or not although it stands between what is shown. */
  faults(): number[] {
    const { head } = this.server;
    return [
      ...faultsIn(this.log.window, this.server.listed(head)),
      ...faultsIn(this.thread, this.server.replies("msg_1", head)),
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
        for (let page = 0; page < 30; page += 1) {
          world.load("older");
          world.load("olderReplies");
          await world.calmDown();
        }
        const { head } = world.server;
        const window = world.log.window.store.getState();
        const thread = world.thread.store.getState();
        expect(window).toMatchObject({ status: "ready", hasOlder: false, hasNewer: false });
        expect(told(window.rows)).toEqual(expected(world.server.listed(head)));
        expect(told(thread.rows)).toEqual(expected(world.server.replies("msg_1", head)));
        expect(told(thread.root === undefined ? [] : [thread.root])).toEqual(
          expected(world.server.messages(head).slice(0, 1)),
        );
      }),
      { numRuns: 500 },
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
      { numRuns: 500 },
    );
  }, 60_000);
});
