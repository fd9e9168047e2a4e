import { describe, expect, it } from "vitest";
import { VirtualTimers } from "../../testing/virtual-timers.ts";
import { type Gathering, Outlet } from "./outlet.ts";

function setUp() {
  const timers = new VirtualTimers();
  const outlet = new Outlet(timers, 5);
  const times: number[] = [];
  const gathering: Gathering = { handOn: () => times.push(timers.now()) };
  return { timers, outlet, times, gathering };
}

describe("the outlet", () => {
  it("hands on at the end of the turn after a quiet time, and once a tick under load", async () => {
    const { timers, outlet, times, gathering } = setUp();
    for (let ms = 0; ms < 19; ms++) {
      outlet.connectionHasFrames(gathering);
      await timers.pass(1);
    }
    expect(times).toEqual([0, 5, 10, 15]);
  });

  it("hands on once what came several times", async () => {
    const { timers, outlet, times, gathering } = setUp();
    outlet.connectionHasFrames(gathering);
    outlet.connectionHasFrames(gathering);
    await timers.pass(50);
    expect(times).toHaveLength(1);
  });

  it("lets streams hand on before connections do", async () => {
    const { timers, outlet } = setUp();
    const order: string[] = [];
    const connection: Gathering = { handOn: () => order.push("connection") };
    outlet.connectionHasFrames(connection);
    outlet.streamHasNews({
      handOn() {
        order.push("stream");
        outlet.connectionHasFrames(connection);
      },
    });
    await timers.pass(50);
    expect(order).toEqual(["stream", "connection"]);
  });

  it("keeps for the next tick what a connection gathers while it hands on", async () => {
    const { timers, outlet } = setUp();
    const times: number[] = [];
    const connection: Gathering = {
      handOn() {
        times.push(timers.now());
        if (times.length === 1) outlet.connectionHasFrames(connection);
      },
    };
    outlet.connectionHasFrames(connection);
    await timers.pass(50);
    expect(times).toEqual([0, 5]);
  });

  it("leaves a whole tick to everything else, however long handing on took", async () => {
    const { timers, outlet } = setUp();
    const times: number[] = [];
    const slow: Gathering = {
      handOn() {
        times.push(timers.now());
        timers.spend(20);
        if (times.length < 3) outlet.connectionHasFrames(slow);
      },
    };
    outlet.connectionHasFrames(slow);
    await timers.pass(100);
    expect(times).toEqual([0, 25, 50]);
  });
});
