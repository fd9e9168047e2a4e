// The few parts of the protobuf wire format that are written and read here by hand, because whole
// messages of which only a frame around them changes need not be decoded.

const LENGTH_DELIMITED = 2;

export const tagOf = (field: number, wireType: number): number => (field << 3) | wireType;

/** Bytes of a non-negative integer as a varint. */
export function varintLength(value: number): number {
  let length = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) length += 1;
  return length;
}

/** Writes a non-negative integer, up to 2^53, and answers where it ends. */
export function writeVarint(target: Uint8Array, at: number, value: number): number {
  let rest = value;
  let next = at;
  while (rest >= 0x80) {
    target[next++] = (rest % 0x80) | 0x80;
    rest = Math.floor(rest / 0x80);
  }
  target[next++] = rest;
  return next;
}

/** Bytes of a length-delimited field with a small number. */
export const fieldLength = (bytes: number): number => 1 + varintLength(bytes) + bytes;

/** Writes tag and length of a length-delimited field with a small number, and answers where they end. */
export function writeFieldStart(target: Uint8Array, at: number, field: number, bytes: number): number {
  target[at] = tagOf(field, LENGTH_DELIMITED);
  return writeVarint(target, at + 1, bytes);
}
