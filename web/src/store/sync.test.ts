// @vitest-environment happy-dom
import { create, toBinary } from "@bufbuild/protobuf";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { MessagePostedSchema } from "../../../gen/chatter/message/v1/log_pb.js";
import {
  ClientFrameSchema,
  Reset_Reason,
  ResetSchema,
} from "../../../gen/chatter/notification/v1/realtime_pb.js";
import { EntrySchema } from "../../../gen/chatter/stream/v1/entry_pb.js";
import { Preferences_Theme } from "../../../gen/chatter/user/v1/user_pb.js";
import type { ToServer } from "../realtime/socket.ts";
import type { LogEntry } from "../realtime/streams.ts";
import { createMemoryCache } from "./cache/memory.ts";
import { startClient } from "./client.ts";
import { createBrowser } from "./testing/browser.ts";
import { channelId, me } from "./testing/simulated-channel.ts";
import { SimulatedServer } from "./testing/simulated-server.ts";

const never = () => () => undefined;
const surroundings = { isOnline: () => true, isVisible: () => true, subscribe: never, onActivity: never };

function open(server: SimulatedServer) {
  const client = startClient({
    createTransport: (onUnauthenticated) => server.transport(onUnauthenticated),
    openSocket: server.openSocket,
    openCache: createMemoryCache,
    forgetHabits: async () => undefined,
    openTabs: () => createBrowser().open("tab") as never,
    surroundings,
  });
  const workspace = () => {
    const opened = client.workspace.getState();
    if (opened === undefined) throw new Error("nobody is signed in");
    return opened;
  };
  return { client, workspace };
}

interface Mine {
  readonly id: string;
  readonly name: string;
  readonly readSeq: number;
  readonly isStarred: boolean;
}

/** What can happen to a person, on other devices and by other people; each is a state and an entry that tells it. */
const happenings = {
  post: ({ channel, deliver }: Life) => {
    channel.act({ kind: "post", by: 1, calls: 0 });
    deliver();
  },
  read: (life: Life) => life.become({ readSeq: life.channel.head }),
  readBack: (life: Life) => life.become({ readSeq: 1 }),
  star: (life: Life) => life.become({ isStarred: true }),
  rename: (life: Life) => life.rename(),
  join: (life: Life) => life.add("chn_2"),
  leave: (life: Life) => life.remove("chn_2"),
  beRemoved: (life: Life) => life.remove(channelId),
  beAdded: (life: Life) => life.add(channelId),
  prefer: ({ server }: Life) => {
    server.preferences = { theme: Preferences_Theme.DARK };
    server.happen({ case: "preferencesChanged", value: { preferences: server.preferences } });
  },
  draft: ({ server }: Life) => {
    server.drafts = [{ channelId, text: `draft ${server.own.length}` }];
    server.happen({ case: "draftChanged", value: { channelId, text: `draft ${server.own.length}` } });
  },
  dropDraft: ({ server }: Life) => {
    server.drafts = [];
    server.happen({ case: "draftChanged", value: { channelId } });
  },
} satisfies Record<string, (life: Life) => void>;

class Life {
  readonly server = new SimulatedServer();
  readonly #mine = new Map<string, Mine>();
  #name = "general";

  constructor() {
    this.#put({ id: channelId, name: this.#name, readSeq: 0, isStarred: false });
  }

  get channel() {
    return this.server.channel;
  }

  /** The latest entry of the channel reaches its members. */
  deliver = (): void => {
    const { head, entries } = this.channel;
    if (this.#mine.has(channelId)) this.server.deliver(channelId, entries.slice(-1), head);
  };

  become(change: Partial<Mine>): void {
    const mine = this.#mine.get(channelId);
    if (mine === undefined) return;
    const { membership } = this.#put({ ...mine, ...change });
    this.server.happen({ case: "membershipChanged", value: { membership } });
  }

  rename(): void {
    const mine = this.#mine.get(channelId);
    this.#name = `${this.#name}!`;
    if (mine !== undefined) this.#put({ ...mine, name: this.#name });
    const channel = { id: channelId, name: this.#name };
    this.channel.entries.push(create(EntrySchema, { body: { case: "channelChanged", value: { channel } } }));
    this.deliver();
  }

  add(id: string): void {
    if (this.#mine.has(id)) return;
    const readSeq = id === channelId ? this.channel.head : 0;
    const added = this.#put({ id, name: this.#name, readSeq, isStarred: false });
    this.server.happen({ case: "channelAdded", value: added });
  }

  remove(id: string): void {
    if (!this.#mine.delete(id)) return;
    this.server.mine = this.server.mine.filter(({ channel }) => channel?.id !== id);
    this.server.happen({ case: "channelRemoved", value: { channelId: id } });
  }

  /** What the client ought to show. */
  truth() {
    const { server, channel } = this;
    const unread = ({ id, readSeq }: Mine) =>
      id === channelId ? channel.unread(readSeq, channel.head).messages : 0;
    return {
      channels: inOrder([...this.#mine.values()].map((mine) => ({ ...mine, unread: unread(mine) }))),
      draft: server.drafts[0]?.text ?? "",
      theme: server.preferences.theme === Preferences_Theme.DARK ? "dark" : "system",
    };
  }

  #put(mine: Mine) {
    const { id, name, readSeq, isStarred: starred } = mine;
    const told = { channel: { id, name }, membership: { channelId: id, readSeq: BigInt(readSeq), starred } };
    this.#mine.set(id, mine);
    this.server.mine = [...this.server.mine.filter(({ channel }) => channel?.id !== id), told];
    return told;
  }
}

const inOrder = <T extends Mine>(channels: readonly T[]): T[] =>
  [...channels].sort((one, other) => one.id.localeCompare(other.id));

function shownBy({ channels, drafts, preferences }: ReturnType<ReturnType<typeof open>["workspace"]>) {
  const mine = [...channels.store.getState().mine.values()];
  return {
    channels: inOrder(
      mine.map(({ channel: { id, name }, membership: { readSeq, isStarred }, unread }) => ({
        id,
        name,
        readSeq,
        isStarred,
        unread,
      })),
    ),
    draft: drafts.textAt({ channelId }),
    theme: preferences.store.getState().preferences.theme,
  };
}

const happening = fc.constantFrom(...(Object.keys(happenings) as (keyof typeof happenings)[]));
/** What happens before each of the first answers, such as that of the list of channels. */
const meanwhile = fc.array(fc.array(happening, { maxLength: 3 }), { maxLength: 9 });

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => void vi.useRealTimers());

describe("a client", () => {
  it("that begins misses nothing that happens between the answers, and before it is connected", async () => {
    await fc.assert(
      fc.asyncProperty(meanwhile, async (steps) => {
        const life = new Life();
        for (let count = 0; count < 3; count += 1) happenings.post(life);
        life.server.meanwhile.push(
          ...steps.map((step) => () => {
            for (const name of step) happenings[name](life);
          }),
        );
        const { client, workspace } = open(life.server);
        await pass(5_000);
        expect(shownBy(workspace())).toEqual(life.truth());
        client.stop();
      }),
      { numRuns: 60, examples: [[[["beRemoved"], [], ["beAdded", "rename"]]]] },
    );
  }, 30_000);

  it("that has to read its lists again misses nothing that comes while it does", async () => {
    await fc.assert(
      fc.asyncProperty(meanwhile, fc.array(happening, { maxLength: 4 }), async (steps, later) => {
        const life = new Life();
        for (let count = 0; count < 3; count += 1) happenings.post(life);
        const { client, workspace } = open(life.server);
        await pass(100);
        life.server.meanwhile.push(
          ...steps.map((step) => () => {
            for (const name of step) happenings[name](life);
          }),
        );
        const reason = Reset_Reason.TOO_FAR_BEHIND;
        const head = BigInt(life.server.own.length);
        life.server.tell({ case: "reset", value: create(ResetSchema, { stream: me, head, reason }) });
        for (const name of later) {
          await Promise.resolve();
          happenings[name](life);
        }
        await pass(5_000);
        expect(shownBy(workspace())).toEqual(life.truth());
        client.stop();
      }),
      { numRuns: 60 },
    );
  }, 30_000);
});

describe("somebody in 5,000 channels", () => {
  it("tells all positions in frames that the server takes, those of the latest channels first", async () => {
    const server = new SimulatedServer();
    const idOf = (index: number) => `chn_${String(index).padStart(27, "0")}`;
    const known = Array.from({ length: 5_000 }, (_, index) => idOf(index));
    server.mine = known.map((id) => ({ channel: { id }, membership: { channelId: id } }));
    const { client, workspace } = open(server);
    await pass(100);
    workspace().channels.applied(idOf(4_999), { seq: 1, at: 1, actorId: me, body: posting });
    server.cut();
    server.said.length = 0;
    await pass(1_000);
    const [hello, ...watches] = server.said.filter(
      (frame) => frame.case === "hello" || frame.case === "watch",
    );
    const streams = [hello, ...watches].flatMap(streamsOf);
    expect(streams.slice(0, 2)).toEqual([me, idOf(4_999)]);
    expect(streams.toSorted()).toEqual([me, ...known].toSorted());
    expect(Math.max(...server.said.map(sizeOf))).toBeLessThanOrEqual(64 * 1024);
    client.stop();
  }, 30_000);
});

const posting: LogEntry["body"] = {
  case: "messagePosted",
  value: create(MessagePostedSchema, { message: { id: "msg_1" } }),
};

const sizeOf = (frame: ToServer): number =>
  toBinary(ClientFrameSchema, create(ClientFrameSchema, { frame })).length;

const streamsOf = (frame: ToServer | undefined): string[] =>
  frame?.case === "hello" || frame?.case === "watch"
    ? (frame.value.cursors ?? []).map(({ stream = "" }) => stream)
    : [];
