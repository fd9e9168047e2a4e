import { create, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { describe, expect, it } from "vitest";
import { ClientFrameSchema } from "../../../gen/chatter/notification/v1/realtime_pb.js";
import { systemClock } from "../../kernel/clock.ts";
import { type ChannelId, createIds } from "../../kernel/ids.ts";
import { MAX_FRAME_BYTES } from "./api/client-frames.ts";
import { createFrames } from "./api/frames.ts";
import { SocketSession } from "./api/socket-session.ts";
import type { GatewayDeps } from "./application/gateway.ts";
import { defaultLimits } from "./application/limits.ts";
import { posted } from "./testing/entries.ts";
import { FakeLink } from "./testing/fake-link.ts";
import { channelId, orgId, userId } from "./testing/ids.ts";
import { quietServers } from "./testing/quiet-server.ts";

const ada = userId(1);
const channels = Array.from({ length: 5_000 }, (_, index) => channelId(index + 1));

type Said = NonNullable<MessageInitShape<typeof ClientFrameSchema>["frame"]>;

/** Somebody who is in some channels, on a socket; of each channel they lack the second entry. */
function connect(mine: readonly ChannelId[], changes: Partial<GatewayDeps> = {}) {
  const { timers, log, join, server } = quietServers();
  for (const channel of mine) {
    join(ada, channel);
    log.append(channel, posted("known"), posted("missed"));
  }
  const frames = createFrames({ clock: systemClock, limits: defaultLimits, serverVersion: "" });
  const link = new FakeLink();
  const closed: number[] = [];
  const session = new SocketSession(
    {
      gateway: server("one", changes).gateway,
      authenticate: async () => ({ userId: ada, orgId: orgId(1), scope: "full" }),
      ids: createIds(systemClock),
      timers,
      frames,
      trouble: { failed: () => {} },
      rate: defaultLimits.frames,
      over: () => {},
    },
    { buffered: 0, write: (written) => link.write(written), close: (code) => closed.push(code) },
    { address: "", userAgent: "", secure: true },
  );
  const say = (frame: Said) => {
    const bytes = toBinary(ClientFrameSchema, create(ClientFrameSchema, { frame }));
    expect(bytes.length).toBeLessThanOrEqual(MAX_FRAME_BYTES);
    session.message(Buffer.from(bytes));
  };
  const caughtUp = () =>
    new Set(link.frames.flatMap((frame) => (frame.case === "caughtUp" ? [frame.value.stream] : [])));
  const firsts = () =>
    new Set(link.frames.flatMap((frame) => (frame.case === "entries" ? [frame.value.firstSeq] : [])));
  return { timers, link, closed, say, caughtUp, firsts };
}

const cursorsOf = (some: readonly string[]) => some.map((stream) => ({ stream, seq: 1n }));

function* watches(): Iterable<Said> {
  for (let at = 1_000; at < channels.length; at += 500) {
    yield { case: "watch", value: { cursors: cursorsOf(channels.slice(at, at + 500)) } };
  }
}

const hello: Said = {
  case: "hello",
  value: {
    protocol: 1,
    device: "test",
    token: "t".repeat(4_096),
    cursors: cursorsOf(channels.slice(0, 1_000)),
  },
};

describe("somebody in 5,000 channels", () => {
  it("names what a hello has no room for at once, before it is known which channels they are in", async () => {
    const { timers, link, closed, say, caughtUp, firsts } = connect(channels);
    say(hello);
    for (const watch of watches()) say(watch);
    await timers.pass(100);
    expect(closed).toEqual([]);
    expect(link.frames.filter(({ case: kind }) => kind === "reset" || kind === "goodbye")).toEqual([]);
    expect(caughtUp().size).toBe(channels.length + 1);
    // Nobody was put at a live end first: what was missed came before anything else.
    expect(firsts()).toEqual(new Set([2n]));
  });

  it("may also do so when everything is followed already", async () => {
    const { timers, closed, say, caughtUp } = connect(channels);
    say(hello);
    await timers.pass(100);
    for (const watch of watches()) say(watch);
    await timers.pass(100);
    expect(closed).toEqual([]);
    expect(caughtUp().size).toBe(channels.length + 1);
  });
});

describe("what is named early by somebody who is not in it", () => {
  const [elsewhere = channelId(1)] = channels;
  const refused = ({ frames }: FakeLink) =>
    frames.flatMap((frame) => (frame.case === "reset" ? [frame.value.stream] : []));

  it("is previewed", async () => {
    const { timers, link, say, caughtUp } = connect([], { access: { mayRead: async () => true } });
    say({ case: "hello", value: { protocol: 1 } });
    say({ case: "watch", value: { cursors: [{ stream: elsewhere, seq: 0n }] } });
    await timers.pass(100);
    expect(caughtUp()).toContain(elsewhere);
    expect(refused(link)).toEqual([]);
  });

  it("is refused where they may not look", async () => {
    const { timers, link, say } = connect([]);
    say({ case: "hello", value: { protocol: 1 } });
    say({ case: "watch", value: { cursors: cursorsOf([elsewhere]) } });
    await timers.pass(100);
    expect(refused(link)).toEqual([elsewhere]);
  });

  it("is not begun where it is not wanted any more", async () => {
    const { timers, link, say } = connect([]);
    say({ case: "hello", value: { protocol: 1 } });
    say({ case: "watch", value: { cursors: cursorsOf([elsewhere]) } });
    say({ case: "unwatch", value: { streams: [elsewhere] } });
    await timers.pass(100);
    expect(refused(link)).toEqual([]);
  });

  it("is bounded like any preview", async () => {
    const { timers, closed, say } = connect([]);
    say({ case: "hello", value: { protocol: 1 } });
    say({ case: "watch", value: { cursors: cursorsOf(channels.slice(0, 101)) } });
    await timers.pass(100);
    expect(closed).toEqual([1002]);
  });
});
