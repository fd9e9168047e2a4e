import { describe, expect, it } from "vitest";
import { jpeg, png, webp } from "../testing/images.ts";
import { readAvatar } from "./avatar.ts";

describe("a picture", () => {
  it("is of the kind that its bytes say", () => {
    expect(readAvatar(png(64, 64)).type).toBe("image/png");
    expect(readAvatar(jpeg(64, 64)).type).toBe("image/jpeg");
    expect(readAvatar(webp("VP8X", 4096, 4096)).type).toBe("image/webp");
  });

  it("is refused when it would fill memory or the database", () => {
    expect(() => readAvatar(png(4097, 1))).toThrow("at most");
    expect(() => readAvatar(png(1, 4_000_000_000))).toThrow("at most");
    expect(() => readAvatar(Buffer.concat([png(1, 1), Buffer.alloc(512 * 1024)]))).toThrow("at most");
  });

  it("is refused when there is nothing to see", () => {
    expect(() => readAvatar(png(0, 64))).toThrow("PNG, JPEG or WebP");
    expect(() => readAvatar(jpeg(64, 0))).toThrow("PNG, JPEG or WebP");
    expect(() => readAvatar(Buffer.from("<svg/>"))).toThrow("PNG, JPEG or WebP");
  });
});
