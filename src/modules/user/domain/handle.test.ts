import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UserId } from "../../../kernel/ids.ts";
import { handlesFor, readHandle } from "./handle.ts";

const id = `usr_${"0".repeat(15)}AbCdEfGhIjKl` as UserId;
const first = (name: string) => handlesFor(name, id).next().value;

describe("a handle", () => {
  it("is made of the name as people of any language write it", () => {
    expect(first("Ada Lovelace")).toBe("ada.lovelace");
    expect(first("José Ñandú")).toBe("jose.nandu");
    expect(first("Søren Æbelø Weiß")).toBe("soren.aebelo.weiss");
    expect(first("Łukasz O’Brien-Smith")).toBe("lukasz.obrien.smith");
    expect(first("Nguyễn Văn Đạt")).toBe("nguyen.van.dat");
    expect(first("Ａｄａ")).toBe("ada");
  });

  it("falls back to a part of the person's id where the name has no letter for it", () => {
    for (const name of ["山田太郎", "Мария", "🌷", "X"]) expect(first(name)).toBe("user-ijkl");
  });

  it("is numbered where it is taken, and free in the end", () => {
    const all = [...handlesFor("Ada", id)];
    expect(all.slice(0, 3)).toEqual(["ada", "ada2", "ada3"]);
    expect(all.slice(-2)).toEqual(["ada-ijkl", "ada-abcdefghijkl"]);
  });

  it("never speaks for everybody", () => {
    expect(first("Channel")).toBe("channel2");
    expect(() => readHandle("here")).toThrow("meaning of its own");
  });

  it("is one that people could choose themselves, whatever the name", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 80 }), (name) => {
        for (const handle of handlesFor(name, id)) expect(readHandle(handle)).toBe(handle);
      }),
    );
  });

  it("has a shape that can be told from the text around it", () => {
    for (const text of ["", "a", "Ada", ".ada", "ada lovelace", "a".repeat(33), "ada\n"]) {
      expect(() => readHandle(text)).toThrow("A handle has");
    }
  });
});
