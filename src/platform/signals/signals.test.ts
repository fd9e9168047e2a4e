import { Registry } from "prom-client";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Carrier } from "./carrier.ts";
import { createLocalHub } from "./local-carrier.ts";
import { type Codec, createSignals } from "./signals.ts";

const log = { warn: vi.fn<() => void>() };
afterEach(() => log.warn.mockClear());
const processWith = (...carriers: Carrier[]) => createSignals({ carriers, log, metrics: new Registry() });

async function twoProcesses() {
  const connect = createLocalHub();
  const [here, there] = [processWith(connect()), processWith(connect())];
  await Promise.all([here.start(), there.start()]);
  return { connect, here, there };
}

/** An engine that is away. */
const away: Carrier = {
  longestBytes: 1_000,
  open: async () => {},
  send: () => Promise.reject(new Error("away")),
  close: async () => {},
};

describe("signals", () => {
  it("are heard in the same process at once, and once", async () => {
    const { here } = await twoProcesses();
    const heard: string[] = [];
    const topic = here.topic<string>("greeting");
    topic.subscribe((message) => heard.push(message));
    topic.publish("hello");
    expect(heard).toEqual(["hello"]);
    await here.stop();
    expect(heard).toEqual(["hello"]);
  });

  it("are heard in other processes under the same name, in order", async () => {
    const { here, there } = await twoProcesses();
    const heard: unknown[] = [];
    there.topic<unknown>("greeting").subscribe((message) => heard.push(message));
    there.topic<unknown>("other").subscribe(() => heard.push("wrong"));
    const topic = here.topic<unknown>("greeting");
    for (let n = 0; n < 3_000; n++) topic.publish({ n });
    await here.stop();
    expect(heard).toEqual(Array.from({ length: 3_000 }, (_, n) => ({ n })));
  });

  it("travel in the form that their codec gives them", async () => {
    const { here, there } = await twoProcesses();
    const codec: Codec<bigint> = { toJson: String, fromJson: (json) => BigInt(json as string) };
    const heard: bigint[] = [];
    there.topic("count", codec).subscribe((message) => heard.push(message));
    here.topic("count", codec).publish(2n ** 60n);
    await here.stop();
    expect(heard).toEqual([2n ** 60n]);
  });

  it("are told in short where they are too long to travel", async () => {
    const { here, there } = await twoProcesses();
    const codec: Codec<string> = {
      toJson: (text) => text,
      shorten: () => "something long",
      fromJson: String,
    };
    const heard: string[] = [];
    there.topic("story", codec).subscribe((message) => heard.push(message));
    here.topic("story", codec).publish("x".repeat(2 * 1024 * 1024));
    await here.stop();
    expect(heard).toEqual(["something long"]);
  });

  it("go by the next engine when one is away", async () => {
    const { connect, there } = await twoProcesses();
    const here = processWith(away, connect());
    const heard: string[] = [];
    there.topic<string>("greeting").subscribe((message) => heard.push(message));
    here.topic<string>("greeting").publish("hello");
    await here.stop();
    expect(heard).toEqual(["hello"]);
  });

  it("are counted as lost when no engine takes them, and nobody fails by it", async () => {
    const metrics = new Registry();
    const here = createSignals({ carriers: [away], log, metrics });
    const topic = here.topic<string>("greeting");
    for (let n = 0; n < 5; n++) topic.publish("hello");
    await here.stop();
    const [lost] = (await metrics.getSingleMetric("chatter_signals_lost_total")?.get())?.values ?? [];
    expect(lost?.value).toBe(5);
  });

  it("that are not understood disturb nobody", async () => {
    const { connect, there } = await twoProcesses();
    const stranger = connect();
    const heard: string[] = [];
    there.topic<string>("greeting").subscribe((message) => heard.push(message));
    await stranger.send(["no json", 'newer\n[["unknown",{}],["greeting","hello"]]']);
    expect(heard).toEqual(["hello"]);
    // By each of the two.
    expect(log.warn).toHaveBeenCalledTimes(2);
  });
});
