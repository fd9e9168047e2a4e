import { fromBinary } from "@bufbuild/protobuf";
import { type ServerFrame, ServerFrameSchema } from "../../../../gen/chatter/notification/v1/realtime_pb.js";
import type { Frame, Link } from "../application/ports.ts";
import type { Goodbye } from "../domain/goodbye.ts";

/** A network that takes everything at once, or nothing while it is held. */
export class FakeLink implements Link {
  buffered = 0;
  held = false;
  writes = 0;
  closed: Goodbye | undefined;
  readonly frames: ServerFrame["frame"][] = [];
  readonly #received: ((frame: ServerFrame["frame"]) => void) | undefined;

  constructor(received?: (frame: ServerFrame["frame"]) => void) {
    this.#received = received;
  }

  write(frames: readonly Frame[]): void {
    this.writes += 1;
    for (const { payload, wire } of frames) {
      if (this.held) this.buffered += wire.length;
      const { frame } = fromBinary(ServerFrameSchema, payload);
      this.frames.push(frame);
      this.#received?.(frame);
    }
  }

  close(goodbye: Goodbye): void {
    this.closed = goodbye;
  }
}
