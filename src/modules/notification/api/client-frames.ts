import { fromBinary } from "@bufbuild/protobuf";
import { createValidator } from "@bufbuild/protovalidate";
import {
  type ClientFrame,
  ClientFrameSchema,
  type Cursor,
} from "../../../../gen/chatter/notification/v1/realtime_pb.js";
import { isId } from "../../../kernel/ids.ts";
import type { StreamId } from "../domain/stream.ts";

export const MAX_FRAME_BYTES = 64 * 1024;

export type Command = ClientFrame["frame"];

/** What arrived: a command, or a sentence on what is wrong with it. */
export type Parsed =
  | { readonly kind: "command"; readonly command: Command }
  /** A message that cannot be sent; its sender is told, and the connection goes on. */
  | { readonly kind: "unsendable"; readonly clientId: string; readonly message: string }
  | { readonly kind: "malformed"; readonly message: string };

const validator = createValidator();

/** Accepts bytes from outside as a frame that keeps the rules of its proto file. */
export function parseClientFrame(bytes: Uint8Array): Parsed {
  const frame = decode(bytes);
  if (frame === undefined) return { kind: "malformed", message: "This is not a frame of the protocol." };
  const result = validator.validate(ClientFrameSchema, frame);
  if (result.kind === "valid") return { kind: "command", command: frame.frame };
  const { message } = result.error;
  if (frame.frame.case === "send" && frame.frame.value.clientId !== "") {
    return { kind: "unsendable", clientId: frame.frame.value.clientId.slice(0, 64), message };
  }
  return { kind: "malformed", message };
}

function decode(bytes: Uint8Array): ClientFrame | undefined {
  try {
    return fromBinary(ClientFrameSchema, bytes);
  } catch {
    // Whatever it is that the decoder stumbled over, the sender sent bytes that are no frame.
    return undefined;
  }
}

/** The id of a stream, if it is well formed. */
export function streamIdOf(text: string): StreamId | undefined {
  if (isId("chn", text)) return text;
  return isId("usr", text) ? text : undefined;
}

/** Cursors by stream; where a stream is named twice the later one counts. */
export function cursorsOf(cursors: readonly Cursor[]): Map<StreamId, number> {
  const positions = new Map<StreamId, number>();
  for (const { stream, seq } of cursors) {
    const id = streamIdOf(stream);
    if (id !== undefined) positions.set(id, positionOf(seq));
  }
  return positions;
}

/** Positions beyond what a number can tell are beyond every stream. */
export const positionOf = (seq: bigint): number => Number(seq > MAX ? MAX : seq);

const MAX = BigInt(Number.MAX_SAFE_INTEGER) - 1n;
