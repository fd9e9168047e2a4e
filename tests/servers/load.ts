import type { Team } from "./team.ts";
import type { Watcher } from "./watcher.ts";

/** People who write one message after the other to the team's channel; no send may fail. */
export class Load {
  readonly #team: Team;
  readonly #sent = new Map<string, bigint>();
  readonly #running: Promise<unknown>;
  #stopping = false;
  #waiting: { count: number; resolve: () => void } | undefined;

  constructor(team: Team, writers: readonly Watcher[]) {
    this.#team = team;
    this.#running = Promise.all(writers.map((watcher, n) => this.#write(watcher, n)));
  }

  /** Resolves when so many more were acknowledged; rejects when a send has failed. */
  async acknowledged(more: number): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#waiting = { count: this.#sent.size + more, resolve };
    await Promise.race([promise, this.#running]);
  }

  /** What was acknowledged, with its position. */
  async finish(): Promise<ReadonlyMap<string, bigint>> {
    this.#stopping = true;
    await this.#running;
    return this.#sent;
  }

  async #write({ client }: Watcher, writer: number): Promise<void> {
    for (let n = 0; !this.#stopping; n++) {
      const text = `load ${writer} ${n}`;
      const { seq } = await client.send(this.#team.channelId, `load-${writer}-${n}`, text);
      this.#sent.set(text, seq);
      if (this.#waiting !== undefined && this.#sent.size >= this.#waiting.count) this.#waiting.resolve();
    }
  }
}
