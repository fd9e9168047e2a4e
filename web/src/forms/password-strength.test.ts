import { describe, expect, it } from "vitest";
import { missingCharacters, passwordStrength } from "./password-strength.ts";

describe("the strength of a password", () => {
  it("is too short below ten characters, counted as people do", () => {
    expect(passwordStrength("S3cret!x")).toBe("short");
    expect(passwordStrength("🌷🌹🌻🌼🌸🌺🥀💐🌾")).toBe("short");
    expect(missingCharacters("🌷🌹🌻")).toBe(7);
    expect(missingCharacters("long enough")).toBe(0);
  });

  it("is none when it is the person's own name or address", () => {
    expect(passwordStrength("Ada Lovelace", ["ada lovelace"])).toBe("personal");
    expect(passwordStrength("ada@example.org", ["ADA@example.org"])).toBe("personal");
  });

  it.each(["password123", "aaaaaaaaaaaaaa", "1234567890", "qwertyuiop", "abcdefghijkl", "Welcome 2026"])(
    "is little for what is guessed first: %s",
    (password) => expect(passwordStrength(password)).toBe("guessable"),
  );

  it("counts the person's own words as little", () => {
    expect(passwordStrength("lovelace-ada-1", ["Ada Lovelace"])).toBe("guessable");
    expect(passwordStrength("lovelace-ada-1")).not.toBe("guessable");
  });

  it("grows with length and variety", () => {
    expect(passwordStrength("tr7k29xbwe")).toBe("fair");
    expect(passwordStrength("harbour kite 4")).toBe("good");
    expect(passwordStrength("correct horse battery staple")).toBe("strong");
  });
});
