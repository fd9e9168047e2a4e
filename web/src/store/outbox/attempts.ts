import type { Outgoing } from "./outgoing.ts";

interface Attempt {
  readonly clientId: string;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** In each channel the one message that was sent and is not answered, or waits for its turn. */
export class Attempts {
  readonly #attempts = new Map<string, Attempt>();
  readonly #expired: (channelId: string) => void;

  constructor(expired: (channelId: string) => void) {
    this.#expired = expired;
  }

  isBusy(channelId: string): boolean {
    return this.#attempts.has(channelId);
  }

  begin({ channelId, clientId }: Outgoing, ms: number): void {
    const timer = setTimeout(() => {
      this.end(clientId);
      this.#expired(channelId);
    }, ms);
    this.#attempts.set(channelId, { clientId, timer });
  }

  end(clientId: string): void {
    for (const [channelId, attempt] of this.#attempts) {
      if (attempt.clientId !== clientId) continue;
      clearTimeout(attempt.timer);
      this.#attempts.delete(channelId);
    }
  }

  endAll(): void {
    for (const { clientId } of [...this.#attempts.values()]) this.end(clientId);
  }
}
