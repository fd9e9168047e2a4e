import { create } from "@bufbuild/protobuf";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MessagePostedSchema } from "../../../../gen/chatter/message/v1/log_pb.js";
import { type SendResult, SendResultSchema } from "../../../../gen/chatter/notification/v1/realtime_pb.js";
import type { LogEntry } from "../../realtime/streams.ts";
import { createMemoryCache } from "../cache/memory.ts";
import { createBrowser } from "../testing/browser.ts";
import { Outbox, type OutboxNews } from "./outbox.ts";

const me = "usr_me";
const channelId = "chn_1";

interface Stored {
  readonly clientId: string;
  readonly text: string;
}

type ToTab = { readonly answer: SendResult } | { readonly seq: number };

/** A page with its connection: what it has said and not heard yet may be lost. */
interface Tab {
  readonly outbox: Outbox;
  readonly crash: () => void;
  readonly coming: ToTab[];
  cursor: number;
}

/** A browser, its tabs, which may crash at any moment, and a server that stores a client id once. */
class World {
  readonly log: Stored[] = [];
  readonly written: string[] = [];
  readonly said: Stored[] = [];
  readonly tabs: Tab[] = [];
  readonly cache = createMemoryCache();
  readonly #onTheWay: { readonly it: Stored; readonly from: Tab }[] = [];
  readonly #news: (() => void)[] = [];
  readonly #browser = createBrowser<OutboxNews>((hear) => this.#news.push(hear));
  #opened = 0;

  async open(): Promise<void> {
    this.#opened += 1;
    // Names do not come in the order of opening.
    const id = `${(this.#opened * 7) % 10} ${this.#opened}`;
    const tabs = this.#browser.open(id);
    let isAlive = true;
    const { cache } = this;
    const outbox = new Outbox({
      me,
      cache: {
        ...cache,
        put: (...what) => isAlive && cache.put(...what),
        remove: (...what) => isAlive && cache.remove(...what),
      },
      tabs: { ...tabs, tell: (news) => isAlive && tabs.tell(news) },
      send: (frame) => {
        if (!isAlive || frame.case !== "send") return false;
        const it = { clientId: frame.value.clientId ?? "", text: frame.value.text ?? "" };
        this.said.push(it);
        this.#onTheWay.push({ it, from: tab });
        return true;
      },
      cursor: () => tab.cursor,
    });
    const crash = () => {
      isAlive = false;
      outbox.close();
      this.tabs.splice(this.tabs.indexOf(tab), 1);
      tabs.close();
    };
    const tab: Tab = { outbox, crash, coming: [], cursor: this.log.length };
    this.tabs.push(tab);
    const kept = await cache.all("outbox");
    if (isAlive) outbox.restore(kept);
  }

  tab(choice: number): Tab | undefined {
    return this.tabs[choice % Math.max(1, this.tabs.length)];
  }

  write(choice: number): void {
    const tab = this.tab(choice);
    if (tab === undefined) return;
    const text = `text ${this.written.length}`;
    this.written.push(text);
    tab.outbox.send({ channelId, text });
  }

  /** What was said longest ago reaches the server, which answers and tells everybody. */
  arrive(): void {
    const arrived = this.#onTheWay.shift();
    if (arrived === undefined) return;
    const { it, from } = arrived;
    const known = this.log.findIndex(({ clientId }) => clientId === it.clientId);
    const seq = known < 0 ? this.log.push(it) : known + 1;
    const result = { case: "sent", value: { seq: BigInt(seq) } } as const;
    from.coming.push({ answer: create(SendResultSchema, { clientId: it.clientId, result }) });
    if (known < 0) for (const tab of this.tabs) tab.coming.push({ seq });
  }

  hear(choice: number): void {
    const tab = this.tab(choice);
    const frame = tab?.coming.shift();
    if (tab === undefined || frame === undefined) return;
    if ("answer" in frame) return tab.outbox.answered(frame.answer);
    if (frame.seq !== tab.cursor + 1) return;
    tab.cursor = frame.seq;
    tab.outbox.applied(this.#entry(frame.seq));
  }

  /** The connection is lost with what is on it, and there is another, which begins from the cursor. */
  reconnect(choice: number): void {
    const tab = this.tab(choice);
    if (tab === undefined) return;
    tab.coming.length = 0;
    for (let seq = tab.cursor + 1; seq <= this.log.length; seq += 1) tab.coming.push({ seq });
    tab.outbox.online();
  }

  /** One tab hears of another; not always the oldest news first, as each has a queue of its own. */
  gossip(choice: number): void {
    const [news] = this.#news.splice(choice % Math.max(1, this.#news.length), 1);
    news?.();
  }

  async calmDown(): Promise<void> {
    if (this.tabs.length === 0) await this.open();
    for (let round = 0; round < 60; round += 1) {
      while (this.#news.length > 0) this.gossip(0);
      while (this.#onTheWay.length > 0) this.arrive();
      for (const index of this.tabs.keys())
        while ((this.tabs[index]?.coming.length ?? 0) > 0) this.hear(index);
      await vi.advanceTimersByTimeAsync(1_000);
    }
  }

  #entry(seq: number): LogEntry {
    const { clientId = "" } = this.log[seq - 1] ?? {};
    const value = create(MessagePostedSchema, { message: { clientId, authorId: me } });
    return { seq, at: 0, actorId: me, body: { case: "messagePosted", value } };
  }
}

const choice = fc.nat(5);
const step = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(fc.constant("write" as const), choice) },
  { weight: 6, arbitrary: fc.tuple(fc.constant("arrive" as const), choice) },
  { weight: 6, arbitrary: fc.tuple(fc.constant("hear" as const), choice) },
  { weight: 6, arbitrary: fc.tuple(fc.constant("gossip" as const), choice) },
  { weight: 2, arbitrary: fc.tuple(fc.constant("open" as const), choice) },
  { weight: 2, arbitrary: fc.tuple(fc.constant("crash" as const), choice) },
  { weight: 1, arbitrary: fc.tuple(fc.constant("reconnect" as const), choice) },
  { weight: 1, arbitrary: fc.tuple(fc.constant("wait" as const), choice) },
);

async function take(world: World, [kind, which]: readonly [string, number]): Promise<void> {
  switch (kind) {
    case "crash":
      return world.tab(which)?.crash();
    case "open":
      return void world.open();
    case "wait":
      return void (await vi.advanceTimersByTimeAsync(16_000));
    case "write":
      return world.write(which);
    case "arrive":
      return world.arrive();
    case "hear":
      return world.hear(which);
    case "reconnect":
      return world.reconnect(which);
    default:
      return world.gossip(which);
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("what was written in a browser whose tabs crash in the middle of sending", () => {
  it("is stored once, named once, and shown as on its way nowhere in the end", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60, size: "max" }), async (steps) => {
        const world = new World();
        await world.open();
        for (const it of steps) await take(world, it);
        await world.calmDown();
        const names = new Map(world.said.map(({ clientId, text }) => [clientId, text]));
        expect([...names.values()].toSorted()).toEqual(world.written.toSorted());
        expect(world.log.map(({ text }) => text).toSorted()).toEqual(world.written.toSorted());
        expect(world.tabs.flatMap(({ outbox }) => outbox.sendingIn(channelId))).toEqual([]);
        expect(await world.cache.all("outbox")).toEqual([]);
        for (const tab of [...world.tabs]) tab.crash();
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});
