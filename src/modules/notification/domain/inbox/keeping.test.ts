import { expect, it } from "vitest";
import { keptSince } from "./keeping.ts";

it("keeps what people were told of for ninety days", () => {
  expect(keptSince(new Date("2026-04-01T12:00:00Z"))).toEqual(new Date("2026-01-01T12:00:00Z"));
});
