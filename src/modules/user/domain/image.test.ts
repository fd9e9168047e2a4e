import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jpeg, png, webp } from "../testing/images.ts";
import { readImageHeader } from "./image.ts";

const side = fc.integer({ min: 1, max: 16_383 });

describe("an image", () => {
  it("tells its kind and size", () => {
    fc.assert(
      fc.property(side, side, (width, height) => {
        expect(readImageHeader(png(width, height))).toEqual({ type: "image/png", width, height });
        expect(readImageHeader(jpeg(width, height))).toEqual({ type: "image/jpeg", width, height });
        for (const chunk of ["VP8 ", "VP8L", "VP8X"] as const) {
          expect(readImageHeader(webp(chunk, width, height))).toEqual({ type: "image/webp", width, height });
        }
      }),
    );
  });

  it("tells it from where it stands in the memory of others", () => {
    const around = Buffer.concat([Buffer.alloc(7), png(3, 4), Buffer.alloc(7)]);
    expect(readImageHeader(around.subarray(7, 40))).toEqual({ type: "image/png", width: 3, height: 4 });
  });

  it("may have fill bytes and tables before its frame", () => {
    expect(readImageHeader(jpeg(3, 4, [0xff, 0xff, 0xc4, 0, 3, 0]))).toMatchObject({ width: 3, height: 4 });
  });

  it("is none when it ends before its size, wherever that is", () => {
    for (const image of [png(3, 4), jpeg(3, 4), webp("VP8 ", 3, 4), webp("VP8L", 3, 4), webp("VP8X", 3, 4)]) {
      for (let length = 0; length <= 18; length += 1) {
        expect(readImageHeader(image.subarray(0, length))).toBeUndefined();
      }
    }
  });

  it("is not what merely calls itself one", () => {
    const texts = [
      "",
      "<svg xmlns='http://www.w3.org/2000/svg'/>",
      "<html><script>",
      "GIF89a\u0001\0\u0001\0",
      "%PDF-1.7",
    ];
    for (const text of texts) expect(readImageHeader(Buffer.from(text))).toBeUndefined();
    // A frame that never comes: a segment of no length, and a scan before it.
    expect(readImageHeader(Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xc0))).toBeUndefined();
    expect(readImageHeader(jpeg(3, 4, [0xff, 0xda, 0, 2]))).toBeUndefined();
  });

  it("can be anything at all without harm", () => {
    const beginnings = [png(3, 4), jpeg(3, 4), webp("VP8 ", 3, 4)].map((image) => image.subarray(0, 12));
    fc.assert(
      fc.property(fc.constantFrom(...beginnings), fc.uint8Array({ maxLength: 64 }), (beginning, rest) => {
        const header = readImageHeader(Buffer.concat([beginning, rest]));
        expect(header === undefined || header.width >= 0).toBe(true);
      }),
    );
  });
});
