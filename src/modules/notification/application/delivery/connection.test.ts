import { describe, expect, it } from "vitest";
import { createFrames } from "../../api/frames.ts";
import { posted, seen } from "../../testing/entries.ts";
import { FakeLink } from "../../testing/fake-link.ts";
import { channelId, connectionId, orgId, userId } from "../../testing/ids.ts";
import { silentMeter } from "../../testing/silent-meter.ts";
import { VirtualTimers } from "../../testing/virtual-timers.ts";
import { defaultLimits } from "../limits.ts";
import { Connection } from "./connection.ts";
import { Outlet } from "./outlet.ts";

const frames = createFrames({ clock: { now: () => new Date(0) }, limits: defaultLimits, serverVersion: "" });
/** A frame of about 1,000 bytes. */
const frame = frames.entries(channelId(1), { first: 1, entries: [seen(posted("x".repeat(900)))] });

function setUp() {
  const timers = new VirtualTimers();
  const link = new FakeLink();
  const connection = new Connection(
    { outlet: new Outlet(timers, 5), timers, meter: silentMeter, limits: { bufferBytes: 3_000 } },
    {
      id: connectionId(1),
      actor: { userId: userId(1), orgId: orgId(1), scope: "full" },
      link,
      interactive: true,
      cursors: new Map(),
      stillSignedIn: async () => true,
    },
  );
  const served: number[] = [];
  connection.readers.set(channelId(1), { feed: { serve: () => served.push(timers.now()) } } as never);
  return { timers, link, connection, served };
}

describe("a connection", () => {
  it("writes what gathers in a tick at once", async () => {
    const { timers, link, connection } = setUp();
    connection.queue(frame);
    connection.say(frames.ping());
    expect(link.writes).toBe(0);
    await timers.pass(5);
    expect([link.writes, link.frames.length]).toEqual([1, 2]);
  });

  it("takes no more entries in a tick than its budget, and goes on in the next one if they were taken", async () => {
    const { timers, connection, link, served } = setUp();
    expect([1, 2, 3, 4, 5].map(() => connection.queue(frame))).toEqual([true, true, true, true, false]);
    await timers.pass(5);
    expect(link.frames).toHaveLength(4);
    expect(served).toHaveLength(1);
    expect(connection.laggingSince).toBeUndefined();
  });

  it("lags from when the network does not take its budget until the network has taken everything", async () => {
    const { timers, connection, link, served } = setUp();
    link.held = true;
    while (connection.queue(frame));
    await timers.pass(5);
    expect(connection.laggingSince).toBe(0);
    expect(connection.queue(frame)).toBe(false);
    link.buffered = 0;
    connection.drained();
    expect(connection.laggingSince).toBeUndefined();
    expect(served).toEqual([5]);
    expect(connection.queue(frame)).toBe(true);
  });

  it("says what is short although it lags, and drops what may be dropped", async () => {
    const { timers, connection, link } = setUp();
    link.held = true;
    while (connection.queue(frame));
    connection.mention(frame);
    connection.say(frames.ping());
    await timers.pass(5);
    expect(link.frames.map((each) => each.case)).toEqual([
      "entries",
      "entries",
      "entries",
      "entries",
      "ping",
    ]);
  });

  it("takes nothing after its end", async () => {
    const { timers, connection, link } = setUp();
    connection.readers.clear();
    connection.end();
    expect(connection.queue(frame)).toBe(false);
    connection.say(frames.ping());
    await timers.pass(5);
    expect(link.frames).toEqual([]);
  });
});
