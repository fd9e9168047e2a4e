import { timestampDate } from "@bufbuild/protobuf/wkt";
import { describe, expect, it } from "vitest";
import { keyRequest } from "./key-wish.ts";

const now = new Date("2026-11-12T12:00:00Z");

describe("a wish for a key", () => {
  it("that only reads asks for nothing else", () => {
    const request = keyRequest({ name: " Backup ", reach: "read", days: "30" }, now);
    expect(request).toMatchObject({ name: "Backup", scopes: ["read"] });
    expect(timestampDate(request.expiresAt)).toEqual(new Date("2026-12-12T12:00:00Z"));
  });

  it("that changes things includes reading them", () => {
    expect(keyRequest({ name: "Bot", reach: "write", days: "7" }, now).scopes).toEqual(["read", "write"]);
  });
});
