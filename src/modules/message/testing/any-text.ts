import fc from "fast-check";

// Most of Unicode is far from what anybody types.
const point = fc.oneof(fc.nat(0x7f), fc.nat(0x33ff), fc.nat(0xd7ff), fc.nat(0x10ffff));

/** Texts of characters of every kind; those of fast-check take seconds to prepare. */
export const anyText = fc
  .array(point, { maxLength: 100 })
  .map((points) => String.fromCodePoint(...points.filter((code) => code < 0xd800 || code > 0xdfff)));
