import { create } from "@bufbuild/protobuf";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  ChannelSchema,
  MembershipSchema,
  MyChannelSchema,
} from "../../../../gen/chatter/channel/v1/channel_pb.js";
import { UnreadSchema } from "../../../../gen/chatter/message/v1/message_pb.js";
import { EntriesSchema } from "../../../../gen/chatter/notification/v1/realtime_pb.js";
import type { Api } from "../../api/clients.ts";
import { Streams } from "../../realtime/streams.ts";
import { channelId, type Deed, deed, me, SimulatedChannel } from "../testing/simulated-channel.ts";
import { Channels } from "./channels.ts";

type Step =
  | { readonly kind: "act"; readonly deed: Deed }
  | { readonly kind: "deliver"; readonly count: number }
  /** This person's other device moved the read position. */
  | { readonly kind: "moved"; readonly to: number }
  | { readonly kind: "hear" | "recount" }
  | { readonly kind: "markRead" | "markUnread"; readonly at: number }
  | { readonly kind: "wait"; readonly ms: number };

const steps = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant("act"), deed }) },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant("deliver"), count: fc.integer({ min: 1, max: 5 }) }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant("moved"), to: fc.nat(30) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("hear", "recount") }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom("markRead", "markUnread"), at: fc.nat(30) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant("wait"), ms: fc.nat(1_500) }) },
  ) as fc.Arbitrary<Step>,
  { maxLength: 50, size: "max" },
);

const notHere = () => {
  throw new Error("every entry comes here, in order");
};

/** The server keeps the position; what it tells about it comes when it is heard. */
class World {
  readonly server = new SimulatedChannel();
  readonly channels: Channels;
  readonly #streams: Streams;
  #readSeq = 0;
  #news: number[] = [];

  constructor() {
    const move = async (to: number) => this.#move(to);
    this.channels = new Channels({
      me,
      api: {
        channels: {
          markRead: ({ seq }: { seq: bigint }) =>
            move(Math.max(this.#readSeq, Math.min(Number(seq), this.server.head))),
          markUnread: ({ seq }: { seq: bigint }) => move(Math.min(this.#readSeq, Number(seq) - 1)),
        },
        messages: { listUnread: async () => ({ channels: [this.#counted()] }) },
      } as unknown as Api,
    });
    this.#streams = new Streams({
      apply: (id, entry) => this.channels.applied(id, entry),
      restart: notHere,
      closed: notHere,
      ask: notHere,
      now: () => 0,
    });
    const channel = create(ChannelSchema, { id: channelId });
    this.channels.read(
      [create(MyChannelSchema, { channel, membership: this.#membership(0) })],
      [this.#counted()],
    );
    this.#streams.follow(channelId, 0);
  }

  async take(step: Step): Promise<void> {
    switch (step.kind) {
      case "act":
        return this.server.act(step.deed);
      case "deliver":
        return this.deliver(step.count);
      case "moved":
        return this.#move(Math.min(step.to, this.server.head));
      case "hear":
        return this.hear();
      case "recount":
        return this.channels.recount();
      case "markRead":
        this.channels.entered(channelId);
        return this.channels.markRead(channelId, Math.min(step.at, this.cursor));
      case "markUnread":
        return this.markUnread(Math.max(1, Math.min(step.at, this.cursor)));
      case "wait":
        await vi.advanceTimersByTimeAsync(step.ms);
    }
  }

  get cursor(): number {
    return this.#streams.cursor(channelId) ?? 0;
  }

  deliver(count: number): void {
    const entries = this.server.entries.slice(this.cursor, this.cursor + count);
    if (entries.length === 0) return;
    const firstSeq = BigInt(this.cursor + 1);
    this.#streams.received(create(EntriesSchema, { stream: channelId, firstSeq, entries }));
  }

  hear(): void {
    const readSeq = this.#news.shift();
    if (readSeq !== undefined) this.channels.membershipChanged(this.#membership(readSeq));
  }

  /** As the page does, which knows what stands there. */
  markUnread(seq: number): void {
    const messages = this.server.listed(this.cursor).filter((message) => Number(message.seq) >= seq);
    const others = messages.filter(({ authorId, deletedAt }) => authorId !== me && deletedAt === undefined);
    this.channels.markUnread(
      channelId,
      seq,
      others.map((message) => Number(message.seq)),
    );
  }

  async calmDown(): Promise<void> {
    for (let round = 0; round < 20; round += 1) {
      this.deliver(100);
      while (this.#news.length > 0) this.hear();
      await vi.advanceTimersByTimeAsync(3_000);
    }
  }

  shown() {
    const { unread, mentions, membership } = this.channels.store.getState().mine.get(channelId) ?? {};
    return { messages: unread, mentions, readSeq: membership?.readSeq };
  }

  naive() {
    const { messages, mentions } = this.server.unread(this.#readSeq, this.server.head);
    return { messages, mentions, readSeq: this.#readSeq };
  }

  #move(to: number): void {
    if (to === this.#readSeq) return;
    this.#readSeq = to;
    this.#news.push(to);
  }

  #counted() {
    return create(UnreadSchema, this.server.unread(this.#readSeq, this.server.head));
  }

  #membership(readSeq: number) {
    return create(MembershipSchema, { channelId, readSeq: BigInt(readSeq) });
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("what is unread", () => {
  it("is what a naive recount says, whatever was read, written, edited, deleted and marked meanwhile", async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const world = new World();
        for (const step of taken) await world.take(step);
        await world.calmDown();
        expect(world.shown()).toEqual(world.naive());
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it("is counted without the server as long as entries come and everything is read to the end", async () => {
    const world = new World();
    for (const calls of [0, 1, 3]) world.server.act({ kind: "post", by: 1, calls });
    world.server.act({ kind: "post", by: 0, calls: 1 });
    world.deliver(10);
    expect(world.shown()).toMatchObject({ messages: 3, mentions: 2 });
    world.channels.markRead(channelId, 4);
    expect(world.shown()).toMatchObject({ messages: 0, mentions: 0 });
  });

  it("stays what somebody marked unread, until they open the channel again", async () => {
    const world = new World();
    world.server.act({ kind: "post", by: 1, calls: 0 });
    world.deliver(1);
    world.channels.markRead(channelId, 1);
    world.markUnread(1);
    expect(world.shown()).toMatchObject({ messages: 1, readSeq: 0 });
    world.channels.markRead(channelId, 1);
    await world.calmDown();
    expect(world.shown()).toMatchObject({ messages: 1, readSeq: 0 });
    world.channels.entered(channelId);
    world.channels.markRead(channelId, 1);
    expect(world.shown()).toMatchObject({ messages: 0, readSeq: 1 });
  });

  it("is at once all of others from where it was marked unread, and never one's own", async () => {
    const world = new World();
    for (const by of [0, 1, 2, 0]) world.server.act({ kind: "post", by, calls: 0 });
    world.deliver(4);
    world.channels.markRead(channelId, 4);
    await world.calmDown();
    world.markUnread(1);
    expect(world.shown()).toMatchObject({ messages: 2, readSeq: 0 });
    await world.calmDown();
    world.channels.entered(channelId);
    world.channels.markRead(channelId, 4);
    await world.calmDown();
    world.markUnread(4);
    expect(world.shown()).toMatchObject({ messages: 0, readSeq: 3 });
    await world.calmDown();
    expect(world.shown()).toMatchObject({ messages: 0, readSeq: 3 });
  });

  it("is counted once more when it was asked for while the server counted", async () => {
    const answers: ((counts: { readonly channels: [] }) => void)[] = [];
    const listUnread = () => new Promise((resolve) => answers.push(resolve));
    const channels = new Channels({ me, api: { messages: { listUnread } } as unknown as Api });
    channels.recount();
    channels.recount();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(answers).toHaveLength(1);
    channels.recount();
    answers[0]?.({ channels: [] });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(answers).toHaveLength(2);
  });
});
