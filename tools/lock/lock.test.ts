import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type LockFile, missingBinaries, withMissingBinaries } from "./platforms.ts";

describe("the lock file", () => {
  it("holds the binaries of every platform (if not: make lock)", () => {
    expect(missingBinaries(JSON.parse(readFileSync("package-lock.json", "utf8")))).toEqual([]);
  });

  const lock: LockFile = {
    packages: {
      "node_modules/tool": {
        version: "1.2.3",
        dev: true,
        optionalDependencies: {
          "@tool/linux-x64-gnu": "1.2.3",
          "@tool/linux-arm-musleabihf": "1.2.3",
          "@tool/wasm32-wasi": "1.2.3",
          "color-of-terminal": "^2.0.0",
        },
      },
      "node_modules/@tool/linux-x64-gnu": { version: "1.2.3" },
    },
  };

  it("lacks a platform package that nothing locks", () => {
    expect(missingBinaries(lock)).toEqual([
      { name: "@tool/linux-arm-musleabihf", version: "1.2.3", dev: true },
    ]);
  });

  it("is completed with what npm needs to know of the platform", () => {
    const completed = withMissingBinaries(lock);
    expect(missingBinaries(completed)).toEqual([]);
    expect(completed.packages["node_modules/@tool/linux-arm-musleabihf"]).toEqual({
      version: "1.2.3",
      cpu: ["arm"],
      dev: true,
      libc: ["musl"],
      optional: true,
      os: ["linux"],
    });
  });
});
