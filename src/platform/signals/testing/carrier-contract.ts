import { afterEach, describe, expect, it } from "vitest";
import type { Carrier } from "../carrier.ts";

export interface CarriersUnderTest {
  /** One more process that is connected to the others. */
  carrier(): Carrier;
  /** Cuts all connections to the engine; it can be reached again at once. Absent: there are none. */
  interrupt?(): Promise<void>;
}

/** What is relied on, whatever carries the signals. */
export function describeCarrier(name: string, open: () => CarriersUnderTest): void {
  describe(`signals carried ${name}`, () => {
    const opened: Carrier[] = [];
    afterEach(async () => {
      for (const carrier of opened.splice(0)) await carrier.close();
    });

    async function connected({ carrier }: CarriersUnderTest) {
      const made = carrier();
      opened.push(made);
      const inbox = new Inbox();
      await made.open((text) => inbox.take(text));
      return { carrier: made, inbox };
    }

    it("reach every other process, in order", async () => {
      const world = open();
      const [sender, one, two] = [await connected(world), await connected(world), await connected(world)];
      const said = Array.from({ length: 100 }, (_, n) => `number ${n}`);
      for (const text of said) await sender.carrier.send([text]);
      for (const { inbox } of [one, two]) expect(await inbox.until(said.length)).toEqual(said);
    });

    it("are a thousand at once, and as long as the engine says", async () => {
      const world = open();
      const [sender, other] = [await connected(world), await connected(world)];
      const said = Array.from({ length: 999 }, (_, n) => `${n}`);
      const longest = `ä${"x".repeat(Math.min(sender.carrier.longestBytes, 100_000) - 2)}`;
      await sender.carrier.send([...said, longest]);
      expect(await other.inbox.until(1_000)).toEqual([...said, longest]);
    });

    it("do not reach who has left", async () => {
      const world = open();
      const [sender, left, stays] = [await connected(world), await connected(world), await connected(world)];
      await left.carrier.close();
      await sender.carrier.send(["hello"]);
      expect(await stays.inbox.until(1)).toEqual(["hello"]);
      expect(left.inbox.texts).toEqual([]);
    });

    it("come again when the engine is back", async () => {
      const world = open();
      const [sender, other] = [await connected(world), await connected(world)];
      await world.interrupt?.();
      await expect
        .poll(
          async () => {
            // What is sent meanwhile may be lost; that it is refused is part of the promise.
            await sender.carrier.send(["are you there"]).catch(() => {});
            return other.inbox.texts.length;
          },
          { timeout: 10_000 },
        )
        .toBeGreaterThan(0);
    });
  });
}

class Inbox {
  readonly texts: string[] = [];
  #arrived = Promise.withResolvers<void>();

  take(text: string): void {
    this.texts.push(text);
    this.#arrived.resolve();
    this.#arrived = Promise.withResolvers();
  }

  async until(count: number): Promise<readonly string[]> {
    while (this.texts.length < count) await this.#arrived.promise;
    return this.texts;
  }
}
