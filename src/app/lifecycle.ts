import type { Log } from "../platform/log/log.ts";

/** What was opened, to be closed in reverse order, however far the opening came. */
export interface Lifecycle {
  opened(what: string, close: (deadline: Date) => Promise<void>): void;
  /** Closes everything, all of it within the limit; a part that fails does not keep others open. */
  close(): Promise<void>;
}

export function createLifecycle(log: Log, limitMs: number): Lifecycle {
  const parts: { what: string; close: (deadline: Date) => Promise<void> }[] = [];
  let closing: Promise<void> | undefined;

  async function closeAll(): Promise<void> {
    const deadline = new Date(Date.now() + limitMs);
    for (const { what, close } of parts.reverse()) {
      try {
        await inTime(close(deadline), deadline);
      } catch (error) {
        log.error({ err: error, what }, "could not close");
      }
    }
  }

  return {
    opened: (what, close) => parts.push({ what, close }),
    close: () => (closing ??= closeAll()),
  };
}

// A part that used the time up must not keep those after it from closing at all.
const AT_LEAST_MS = 1_000;

async function inTime(work: Promise<void>, deadline: Date): Promise<void> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const limitMs = Math.max(AT_LEAST_MS, deadline.getTime() - Date.now());
  const timer = setTimeout(() => reject(new Error("took too long")), limitMs);
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
