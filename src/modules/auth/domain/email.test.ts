import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findEmail, readEmail } from "./email.ts";

describe("an email address", () => {
  it("is the same in whatever letters it is written", () => {
    expect(readEmail("  Ada@Example.ORG ")).toBe("ada@example.org");
    expect(readEmail("jose\u0301@example.org")).toBe(readEmail("jos\u00e9@example.org"));
  });

  it("is refused without one part or the other, or with a space inside", () => {
    for (const text of ["", "ada", "@example.org", "ada@", "a b@example.org", "ada@exa\nmple.org", "a@b@c"]) {
      expect(findEmail(text)).toBeUndefined();
      expect(() => readEmail(text)).toThrow("not an email address");
    }
  });

  it("read once reads the same again", () => {
    fc.assert(
      fc.property(fc.emailAddress(), (text) => {
        const email = findEmail(text);
        if (email !== undefined) expect(findEmail(email)).toBe(email);
      }),
    );
  });
});
