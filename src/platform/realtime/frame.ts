/** Bytes that go to many connections: made once, with the header of a WebSocket message before them. */
export interface SharedFrame {
  readonly payload: Uint8Array;
  /** The payload as a whole binary message of a server, which is not masked. */
  readonly wire: Uint8Array;
}

const FINAL_BINARY = 0x82;
const LENGTH_IN_2_BYTES = 126;
const LENGTH_IN_8_BYTES = 127;

/** Makes a frame of `length` bytes that `fill` writes. */
export function createFrame(length: number, fill: (payload: Buffer) => void): SharedFrame {
  const header = headerLength(length);
  const wire = Buffer.allocUnsafe(header + length);
  writeHeader(wire, length);
  const payload = wire.subarray(header);
  fill(payload);
  return { payload, wire };
}

function headerLength(length: number): number {
  if (length < LENGTH_IN_2_BYTES) return 2;
  return length <= 0xffff ? 4 : 10;
}

function writeHeader(wire: Buffer, length: number): void {
  wire[0] = FINAL_BINARY;
  if (length < LENGTH_IN_2_BYTES) {
    wire[1] = length;
  } else if (length <= 0xffff) {
    wire[1] = LENGTH_IN_2_BYTES;
    wire.writeUInt16BE(length, 2);
  } else {
    wire[1] = LENGTH_IN_8_BYTES;
    wire.writeBigUInt64BE(BigInt(length), 2);
  }
}
