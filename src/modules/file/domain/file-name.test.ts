import { describe, expect, it } from "vitest";
import { fileNameOf } from "./file-name.ts";

describe("the name of a file", () => {
  it("has no folders, from whatever system it comes", () => {
    expect(fileNameOf("../../etc/passwd")).toBe("passwd");
    expect(fileNameOf("C:\\Users\\Ada\\notes.txt")).toBe("notes.txt");
  });

  it("has nothing that cannot be seen or turns what is read", () => {
    expect(fileNameOf("a\u0000b\nc\u007f.txt")).toBe("abc.txt");
    expect(fileNameOf("gnp\u202eexe.png")).toBe("gnpexe.png");
  });

  it("is there, whatever was given", () => {
    for (const given of ["", "   ", ".", "..", "folder/", "\u0000"]) expect(fileNameOf(given)).toBe("file");
  });

  it("keeps its ending when it is cut", () => {
    const name = fileNameOf(`${"😀".repeat(300)}.tar.gz`);
    expect(Array.from(name)).toHaveLength(200);
    expect(name.endsWith("😀.gz")).toBe(true);
  });

  it("is well formed where half a character was given", () => {
    expect(fileNameOf("\ud800.txt").isWellFormed()).toBe(true);
  });
});
