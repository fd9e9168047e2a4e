import { endOf, type Run } from "../../domain/stream.ts";
import type { Frame } from "../ports.ts";

/** The frames of one tick: readers that lack the same entries get the same frame, encoded once. */
export class TickFrames {
  readonly #encode: (run: Run) => Frame;
  readonly #frames = new Map<number, { readonly end: number; readonly frame: Frame }>();

  constructor(encode: (run: Run) => Frame) {
    this.#encode = encode;
  }

  of(run: Run): Frame {
    const known = this.#frames.get(run.first);
    if (known?.end === endOf(run)) return known.frame;
    const frame = this.#encode(run);
    this.#frames.set(run.first, { end: endOf(run), frame });
    return frame;
  }

  clear(): void {
    this.#frames.clear();
  }
}
