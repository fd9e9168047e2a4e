import { describe, expect, it } from "vitest";
import { createFrame } from "./frame.ts";

describe("a shared frame", () => {
  it.each([0, 1, 125, 126, 65_535, 65_536, 200_000])("of %i bytes is a whole binary message", (length) => {
    const { payload, wire } = createFrame(length, (target) => target.fill(7));
    const header = wire.length - length;
    expect(payload).toHaveLength(length);
    expect(wire.subarray(header)).toEqual(Buffer.alloc(length, 7));
    // Final, binary; no mask.
    expect([wire[0], (wire[1] ?? 0) & 0x80]).toEqual([0x82, 0]);
    const buffer = Buffer.from(wire);
    const told = {
      2: () => buffer[1],
      4: () => buffer.readUInt16BE(2),
      10: () => Number(buffer.readBigUInt64BE(2)),
    };
    expect(told[header as keyof typeof told]()).toBe(length);
  });
});
