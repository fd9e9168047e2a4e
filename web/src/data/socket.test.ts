import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Goodbye_Reason } from "../../../gen/chatter/notification/v1/realtime_pb.js";
import { type ConnectionStatus, createSocket } from "./socket.ts";
import { fakeSockets } from "./testing/fake-socket.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(random = 1) {
  vi.spyOn(Math, "random").mockReturnValue(random);
  const sockets = fakeSockets();
  const statuses: ConnectionStatus["kind"][] = [];
  const frames: (string | undefined)[] = [];
  let cursor = 3n;
  const socket = createSocket({
    url: "ws://chatter.invalid/realtime",
    device: "this browser",
    cursors: () => [{ stream: "chn_1", seq: cursor }],
    onFrame: (frame) => frames.push(frame.case),
    onStatus: ({ kind }) => statuses.push(kind),
  });
  socket.start();
  const latest = () => sockets.at(-1) ?? expect.unreachable("no connection was opened");
  return { socket, sockets, statuses, frames, latest, applied: (seq: bigint) => (cursor = seq) };
}

describe("the connection", () => {
  it("begins with what has been applied, and is online once it is welcomed", () => {
    const { socket, latest, statuses } = open();
    latest().accept();
    expect(latest().sent).toMatchObject([
      {
        case: "hello",
        value: { device: "this browser", protocol: 1, cursors: [{ stream: "chn_1", seq: 3n }] },
      },
    ]);
    expect(socket.send({ case: "typing", value: { channelId: "chn_1" } })).toBe(false);
    latest().welcome();
    expect(socket.send({ case: "typing", value: { channelId: "chn_1" } })).toBe(true);
    expect(statuses).toEqual(["connecting", "online"]);
    socket.stop();
  });

  it("answers each ping and hands on the rest", () => {
    const { socket, latest, frames } = open();
    latest().welcome();
    latest().say({ case: "ping", value: {} });
    latest().say({ case: "caughtUp", value: { stream: "chn_1", head: 3n } });
    expect(latest().pongs).toBe(1);
    expect(frames).toEqual(["welcome", "caughtUp"]);
    socket.stop();
  });

  it("comes back from where it was, after pauses that double up to ten seconds", () => {
    const { socket, sockets, latest, applied } = open();
    latest().break();
    for (const pause of [200, 400, 800, 1600, 3200, 6400, 10_000, 10_000]) {
      const before = sockets.length;
      vi.advanceTimersByTime(pause - 1);
      expect(sockets).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(sockets).toHaveLength(before + 1);
      latest().break();
    }
    applied(9n);
    vi.advanceTimersByTime(10_000);
    latest().accept();
    expect(latest().sent).toMatchObject([{ value: { cursors: [{ seq: 9n }] } }]);
    socket.stop();
  });

  it("is given up when nothing was heard for two heartbeats", () => {
    const { socket, latest, statuses } = open();
    latest().welcome(20);
    vi.advanceTimersByTime(39_000);
    latest().say({ case: "ping", value: {} });
    vi.advanceTimersByTime(39_999);
    expect(statuses.at(-1)).toBe("online");
    vi.advanceTimersByTime(1);
    expect(statuses.at(-1)).toBe("reconnecting");
    socket.stop();
  });

  it("is given up when no welcome comes", () => {
    const { socket, sockets, latest } = open();
    latest().accept();
    vi.advanceTimersByTime(10_200);
    expect(sockets).toHaveLength(2);
    socket.stop();
  });

  it("waits as long as the server asks", () => {
    const { socket, sockets, latest } = open(0);
    latest().welcome();
    latest().say({
      case: "goodbye",
      value: { reason: Goodbye_Reason.SHUTTING_DOWN, reconnectAfter: { seconds: 2n } },
    });
    vi.advanceTimersByTime(1_999);
    expect(sockets).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(sockets).toHaveLength(2);
    socket.stop();
  });

  it.each([Goodbye_Reason.UNAUTHENTICATED, Goodbye_Reason.SESSION_ENDED])(
    "stays away once the session is over (%i)",
    (reason) => {
      const { sockets, latest, statuses } = open();
      latest().welcome();
      latest().say({ case: "goodbye", value: { reason } });
      vi.advanceTimersByTime(60_000);
      window.dispatchEvent(new Event("online"));
      expect(statuses.at(-1)).toBe("signed_out");
      expect(sockets).toHaveLength(1);
    },
  );

  it("comes back at once when the network does", () => {
    const { socket, sockets, latest } = open();
    latest().break();
    window.dispatchEvent(new Event("online"));
    expect(sockets).toHaveLength(2);
    latest().welcome();
    window.dispatchEvent(new Event("online"));
    expect(sockets).toHaveLength(3);
    socket.stop();
  });

  it("comes back at once after sleep, but not when the tab was only hidden", () => {
    const { socket, sockets, latest } = open();
    latest().welcome(20);
    document.dispatchEvent(new Event("visibilitychange"));
    expect(sockets).toHaveLength(1);
    // Asleep: the clock goes on, timers do not.
    vi.setSystemTime(Date.now() + 3_600_000);
    document.dispatchEvent(new Event("visibilitychange"));
    expect(sockets).toHaveLength(2);
    socket.stop();
  });

  it("hears nothing more from a connection that it gave up", () => {
    const { socket, sockets, latest, frames } = open();
    const [first] = sockets;
    first?.welcome();
    window.dispatchEvent(new Event("online"));
    first?.say({ case: "caughtUp", value: { stream: "chn_1", head: 3n } });
    first?.break();
    expect(frames).toEqual(["welcome"]);
    expect(latest()).not.toBe(first);
    expect(sockets).toHaveLength(2);
    socket.stop();
  });
});
