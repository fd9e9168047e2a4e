import { failureOf } from "../../api/failure.ts";

/** Where a person wants their read position to be. */
export interface Mark {
  readonly kind: "read" | "unread";
  /** The last entry that was read, or the first that is unread again. */
  readonly seq: number;
}

export interface MarksDeps {
  readonly act: (channelId: string, mark: Mark) => Promise<unknown>;
  readonly changed: (channelId: string) => void;
}

const everyMs = 1_000;
// The entry that moves the position comes long before; if nothing moved, none comes.
const forgetMs = 10_000;

/** Read positions that were wished for and are not in the log yet; the server hears of each channel once a second. */
export class Marks {
  readonly #deps: MarksDeps;
  readonly #marks = new Map<string, Mark>();
  readonly #busy = new Set<string>();

  constructor(deps: MarksDeps) {
    this.#deps = deps;
  }

  /** The position as wished for, given where the server has it. */
  position(channelId: string, readSeq: number): number {
    const mark = this.#marks.get(channelId);
    if (mark === undefined) return readSeq;
    return mark.kind === "read" ? Math.max(readSeq, mark.seq) : Math.min(readSeq, mark.seq - 1);
  }

  want(channelId: string, mark: Mark): void {
    this.#marks.set(channelId, mark);
    this.#deps.changed(channelId);
    void this.#act(channelId);
  }

  /** The server has moved the position: a wish that it fulfils is no longer needed. */
  moved(channelId: string, readSeq: number): void {
    const mark = this.#marks.get(channelId);
    if (mark === undefined) return;
    if (mark.kind === "read" ? readSeq >= mark.seq : readSeq < mark.seq) this.#drop(channelId, mark);
  }

  /** There is a connection: what could not be told is told now. */
  online(): void {
    for (const channelId of this.#marks.keys()) void this.#act(channelId);
  }

  async #act(channelId: string): Promise<void> {
    const mark = this.#marks.get(channelId);
    if (mark === undefined || this.#busy.has(channelId)) return;
    this.#busy.add(channelId);
    try {
      await this.#deps.act(channelId, mark);
      setTimeout(() => this.#drop(channelId, mark), forgetMs);
    } catch (error) {
      // Without a connection it waits for the next one.
      if (!failureOf(error).isPassing) this.#drop(channelId, mark);
    }
    setTimeout(() => {
      this.#busy.delete(channelId);
      if (this.#marks.get(channelId) !== mark) void this.#act(channelId);
    }, everyMs);
  }

  #drop(channelId: string, mark: Mark): void {
    if (this.#marks.get(channelId) !== mark) return;
    this.#marks.delete(channelId);
    this.#deps.changed(channelId);
  }
}
