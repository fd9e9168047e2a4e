import { setTimeout as sleep } from "node:timers/promises";
import type { Log } from "../log/log.ts";
import type { Letter } from "./letter.ts";

export interface Outgoing {
  add(letter: Letter): void;
  /** How many are under way. */
  readonly count: () => number;
  close(limitMs: number): Promise<void>;
}

export interface OutgoingPolicy {
  /** How long to wait before each further try. */
  readonly retryAfterMs: readonly number[];
  /** Letters under way at most. */
  readonly capacity: number;
}

const defaultPolicy: OutgoingPolicy = { retryAfterMs: [2_000, 15_000, 120_000], capacity: 1_000 };

/**
 * Letters under way, each with tries of its own. They live in memory only: their links are short-lived,
 * and whoever misses one asks for another, which is better than keeping the links of people on disk.
 */
export function createOutgoing(
  carry: (letter: Letter) => Promise<void>,
  log: Pick<Log, "warn" | "error">,
  { retryAfterMs, capacity }: OutgoingPolicy = defaultPolicy,
  lost: () => void = () => {},
): Outgoing {
  const underWay = new Set<Promise<void>>();
  const closing = new AbortController();

  const send = async (letter: Letter): Promise<void> => {
    for (const wait of [...retryAfterMs, undefined]) {
      try {
        return await carry(letter);
      } catch (error) {
        if (wait === undefined || closing.signal.aborted || isFinal(error)) throw error;
        log.warn(
          { err: error, subject: letter.subject, wait },
          "a letter was not taken and will be tried again",
        );
        await sleep(wait, undefined, { signal: closing.signal, ref: false });
      }
    }
  };

  const lose = ({ subject }: Letter, err: unknown): void => {
    lost();
    log.error({ err, subject }, "a letter was lost");
  };

  return {
    add(letter) {
      if (underWay.size >= capacity || closing.signal.aborted) {
        lost();
        log.error({ subject: letter.subject, underWay: underWay.size }, "a letter was refused");
        return;
      }
      const sending = send(letter)
        .catch((error: unknown) => lose(letter, error))
        .finally(() => underWay.delete(sending));
      underWay.add(sending);
    },
    count: () => underWay.size,
    async close(limitMs) {
      closing.abort();
      const limit = new AbortController();
      await Promise.race([
        Promise.all(underWay),
        sleep(limitMs, undefined, { ref: false, signal: limit.signal }),
      ]);
      limit.abort();
    },
  };
}

/** The receiving server said that trying again changes nothing. */
function isFinal(error: unknown): boolean {
  return error instanceof Error && "responseCode" in error && Number(error.responseCode) >= 500;
}
