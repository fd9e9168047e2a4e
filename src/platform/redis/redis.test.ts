import { expect, it } from "vitest";
import { refuseServer } from "./redis.ts";

const info = (told: Readonly<Record<string, string>> = {}): string =>
  Object.entries({ redis_version: "7.0.15", redis_mode: "standalone", role: "master", ...told })
    .map(([name, value]) => `${name}:${value}\r\n`)
    .join("");

it("takes the oldest Redis that is supported, and newer ones", () => {
  expect(refuseServer(info())).toBeUndefined();
  expect(refuseServer(info({ redis_version: "10.0.0" }))).toBeUndefined();
});

it("refuses an older one, a cluster, a sentinel and a replica, and says what to take", () => {
  expect(refuseServer(info({ redis_version: "6.2.1" }))).toBe("that is Redis 6.2.1; take 7 or newer");
  for (const mode of ["cluster", "sentinel"])
    expect(refuseServer(info({ redis_mode: mode }))).toMatch(new RegExp(`part of a ${mode}; name one`));
  expect(refuseServer(info({ role: "slave" }))).toMatch(/replica.*; name the primary$/);
});
