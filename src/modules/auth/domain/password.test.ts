import { describe, expect, it } from "vitest";
import { choosePassword, readPassword } from "./password.ts";

const refusalOf = (password: string, personal: readonly string[] = []) => {
  try {
    choosePassword(password, personal);
    return "none";
  } catch (error) {
    return (error as { reason: string }).reason;
  }
};

describe("choosing a password", () => {
  it("takes ten characters of any writing, and counts them as people do", () => {
    expect(refusalOf("пароль-крот")).toBe("none");
    expect(refusalOf("🌷🌹🌻🌼🌸🌺🥀💐🌾")).toBe("PASSWORD_TOO_SHORT");
    expect(refusalOf("🌷🌹🌻🌼🌸🌺🥀💐🌾🪻")).toBe("none");
  });

  it("has an upper limit, so that hashing it costs no more than it should", () => {
    expect(refusalOf("abcdef gh".repeat(114))).toBe("PASSWORD_TOO_LONG");
  });

  it("refuses what is guessed first", () => {
    for (const password of [
      "password123",
      "PassWord 123",
      "qwertyuiop",
      "1234567890",
      "aaaaaaaaaaaa",
      "ababababab",
    ]) {
      expect(refusalOf(password)).toBe("PASSWORD_TOO_COMMON");
    }
  });

  it("refuses the person's own name and address", () => {
    expect(refusalOf("ada lovelace", ["Ada Lovelace"])).toBe("PASSWORD_TOO_PERSONAL");
    expect(refusalOf("ADA@example.org", ["ada@example.org"])).toBe("PASSWORD_TOO_PERSONAL");
  });
});

describe("a password", () => {
  it("is the same however its accents are composed", () => {
    expect(readPassword("cafe\u0301")).toBe(readPassword("caf\u00e9"));
  });
});
