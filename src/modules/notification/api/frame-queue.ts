import type { Frame, Link } from "../application/ports.ts";

/**
 * The network's side of a program that reads a stream of messages: frames wait here until it takes
 * them, one by one. What waits counts as buffered, so a slow program is bounded like a slow socket.
 */
export class FrameQueue implements Link {
  buffered = 0;
  readonly #frames: Frame[] = [];
  readonly #drained: () => void;
  #wake: (() => void) | undefined;
  #closed = false;

  constructor(drained: () => void) {
    this.#drained = drained;
  }

  write(frames: readonly Frame[]): void {
    for (const frame of frames) this.buffered += frame.wire.length;
    this.#frames.push(...frames);
    this.#wake?.();
  }

  close(): void {
    this.#closed = true;
    this.#wake?.();
  }

  /** Everything that is written, until it is closed and empty. */
  async *taken(): AsyncGenerator<Frame> {
    for (;;) {
      const frame = this.#frames.shift();
      if (frame !== undefined) {
        yield frame;
        this.buffered -= frame.wire.length;
        if (this.buffered === 0) this.#drained();
      } else if (this.#closed) {
        return;
      } else {
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
    }
  }
}
