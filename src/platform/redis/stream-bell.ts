import { setTimeout as pause } from "node:timers/promises";
import { type Bus, createLocalBus } from "../realtime/local-bus.ts";
import type { Redis } from "./redis.ts";

const KEY = "events";
// A process that was away for longer finds its work in the outbox.
const KEPT = 1_000;
const BLOCK_MS = 5_000;
const AGAIN_MS = 250;

/** The bell of the event bus as a Redis stream: a process that loses its connection reads what it missed. */
export async function openStreamBell(redis: Redis): Promise<Bus<null>> {
  const here = createLocalBus<null>();
  const reader = await redis.dedicated();
  const newest = await reader.xRevRange(KEY, "+", "-", { COUNT: 1 });
  void listen(reader, newest?.[0]?.id ?? "0", () => here.publish(null));

  let ringing = false;
  let again = false;
  const ring = async (): Promise<void> => {
    ringing = true;
    while (again) {
      again = false;
      const options = { TRIM: { strategy: "MAXLEN", strategyModifier: "~", threshold: KEPT } } as const;
      // Redis counts what it was not told; others look into the outbox once a second anyway.
      await redis.ask((client) => client.xAdd(KEY, "*", { by: "relay" }, options)).catch(() => undefined);
    }
    ringing = false;
  };

  return {
    publish() {
      here.publish(null);
      again = true;
      if (!ringing) void ring();
    },
    subscribe: here.subscribe,
  };
}

async function listen(
  reader: Awaited<ReturnType<Redis["dedicated"]>>,
  from: string,
  heard: () => void,
): Promise<void> {
  let last = from;
  while (reader.isOpen) {
    try {
      const streams = await reader.xRead({ key: KEY, id: last }, { BLOCK: BLOCK_MS });
      const entries = streams?.[0]?.messages ?? [];
      last = entries.at(-1)?.id ?? last;
      if (entries.length > 0) heard();
    } catch {
      // The connection is told of by who keeps it; it comes back by itself. A Redis that lost the stream
      // begins again with smaller ids.
      last = "0";
      await pause(AGAIN_MS);
    }
  }
}
