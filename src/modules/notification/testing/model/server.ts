import type { Clock } from "../../../../kernel/clock.ts";
import { createFrames } from "../../api/frames.ts";
import { createGateway, type Gateway } from "../../application/gateway.ts";
import type { Signal } from "../../application/ports.ts";
import type { Run, StreamId } from "../../domain/stream.ts";
import { silentMeter } from "../silent-meter.ts";
import type { VirtualTimers } from "../virtual-timers.ts";
import { tightLimits } from "./limits.ts";
import { asked, type Organisation, seenThrough } from "./organisation.ts";
import { Pending } from "./pending.ts";

interface Announcement {
  readonly stream: StreamId;
  readonly run: Run;
}

const clock: Clock = { now: () => new Date(0) };

/** One server: its gateway, the questions it waits for and the announcements on their way to it. */
export class Server {
  readonly pending = new Pending();
  readonly gateway: Gateway;
  /** The streams of which pages were read, in order. */
  readonly pages: StreamId[] = [];
  readonly #coming: Announcement[] = [];
  readonly #stopListening: () => void;
  #listener: (stream: StreamId, run: Run) => void = () => {};

  constructor(organisation: Organisation, timers: VirtualTimers) {
    this.#stopListening = organisation.log.subscribe((stream, run) => this.#coming.push({ stream, run }));
    const source = seenThrough(organisation.log, this.pending, (listener) => {
      this.#listener = listener;
      return () => {
        this.#listener = () => {};
      };
    });
    this.gateway = createGateway({
      source: {
        ...source,
        read: (stream, from, limit) => {
          this.pages.push(stream);
          return source.read(stream, from, limit);
        },
      },
      ...asked(organisation, this.pending),
      people: { isGuest: async () => false, sharedWith: async () => new Set() },
      sender: { send: async () => ({ seq: 1n, messageId: "msg_000000000000000000000000000" as never }) },
      settings: { find: async () => undefined, save: async () => {} },
      bus: { publish: (_signal: Signal) => {}, subscribe: () => () => {} },
      frames: createFrames({ clock, limits: tightLimits, serverVersion: "test" }),
      timers,
      clock,
      meter: silentMeter,
      trouble: { failed: () => {} },
      limits: tightLimits,
      server: "test",
    });
    this.gateway.start();
  }

  /** What happens to one announcement that is on its way, not always the oldest. */
  announce(choice: number, fate: "arrives" | "is lost" | "arrives twice"): void {
    const index = choice % Math.max(1, this.#coming.length);
    const coming = this.#coming[index];
    if (coming === undefined) return;
    if (fate !== "arrives twice") this.#coming.splice(index, 1);
    if (fate !== "is lost") this.#listener(coming.stream, coming.run);
  }

  /** Everything that is on its way arrives, in order. */
  announceAll(): void {
    while (this.#coming.length > 0) this.announce(0, "arrives");
  }

  /** As if the process were killed: nothing it still does is seen by anybody. */
  die(): void {
    this.#stopListening();
    this.#listener = () => {};
  }
}
