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
  it("hands on at the end of the turn after a quiet time", async () => {
    const { timers, outlet, times, gathering } = setUp();
    outlet.connectionHasFrames(gathering);
    await timers.pass(30);
    outlet.connectionHasFrames(gathering);
    await timers.pass(1);
    expect(times).toEqual([0, 30]);
  });

  it("rests twice as long as handing on took, so that what comes meanwhile goes out together", async () => {
    const { timers, outlet } = setUp();
    const times: number[] = [];
    const busy: Gathering = {
      handOn() {
        times.push(timers.now());
        timers.spend(1);
      },
    };
    for (let ms = 0; ms < 9; ms++) {
      outlet.connectionHasFrames(busy);
      await timers.pass(1);
    }
    expect(times).toEqual([0, 3, 6, 9, 12]);
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

  it("keeps for the next time what a connection gathers while it hands on", async () => {
    const { timers, outlet } = setUp();
    const times: number[] = [];
    const connection: Gathering = {
      handOn() {
        times.push(timers.now());
        timers.spend(2);
        if (times.length === 1) outlet.connectionHasFrames(connection);
      },
    };
    outlet.connectionHasFrames(connection);
    await timers.pass(50);
    expect(times).toEqual([0, 6]);
  });

  it("rests a tick at most, and a whole one after handing on took long", async () => {
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
