import { randomUUID } from "node:crypto";
import type { Log } from "../log/log.ts";
import { type Bus, createLocalBus } from "../realtime/local-bus.ts";
import type { Metrics } from "../telemetry/metrics.ts";
import type { Carrier } from "./carrier.ts";
import { Outgoing } from "./outgoing.ts";

/** How a message of a topic travels: as what JSON can say. */
export interface Codec<Message> {
  toJson(message: Message): unknown;
  /** What is told instead of a message that is too long to travel; without it, others are not told. */
  shorten?(message: Message): Message;
  fromJson(json: unknown): Message;
}

/**
 * What the processes of an installation tell each other. Listeners of the same process are called at once;
 * those of other processes some milliseconds later, or, when the engine is away, not at all.
 */
export interface Signals {
  /** The bus of this name, in all processes. A name is asked for once a process. */
  topic<Message>(name: string, codec?: Codec<Message>): Bus<Message>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface SignalsOptions {
  /** In order of preference: what one cannot take goes by the next. None: there is only this process. */
  readonly carriers: readonly Carrier[];
  readonly log: Pick<Log, "warn">;
  readonly metrics: Metrics;
}

type Hear = (json: unknown) => void;

export function createSignals({ carriers, log, metrics }: SignalsOptions): Signals {
  const origin = `${randomUUID()}\n`;
  const topics = new Map<string, Hear>();
  const outgoing = new Outgoing({ carriers, log, metrics, prefix: origin });

  const receive = (text: string): void => {
    if (text.startsWith(origin)) return;
    try {
      const messages = JSON.parse(text.slice(text.indexOf("\n") + 1)) as [topic: string, json: unknown][];
      // A topic that is not known here belongs to another version of the program.
      for (const [topic, json] of messages) topics.get(topic)?.(json);
    } catch (error) {
      log.warn({ err: error }, "a signal of another server was not understood");
    }
  };

  return {
    topic<Message>(name: string, codec: Codec<Message> = plain<Message>()): Bus<Message> {
      if (topics.has(name)) throw new Error(`there are two topics ${name}`);
      const here = createLocalBus<Message>();
      topics.set(name, (json) => here.publish(codec.fromJson(json)));
      if (carriers.length === 0) return here;
      const textOf = (message: Message) => JSON.stringify([name, codec.toJson(message)]);
      return {
        publish(message) {
          here.publish(message);
          const sent = outgoing.add(textOf(message));
          if (sent === "too long" && codec.shorten) outgoing.add(textOf(codec.shorten(message)));
        },
        subscribe: here.subscribe,
      };
    },
    async start() {
      for (const carrier of carriers) await carrier.open(receive);
    },
    async stop() {
      await outgoing.drain();
      for (const carrier of carriers) await carrier.close();
    },
  };
}

function plain<Message>(): Codec<Message> {
  return { toJson: (message) => message, fromJson: (json) => json as Message };
}
