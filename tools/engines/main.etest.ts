import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { takeTurn } from "./turn.ts";

/** A cache that is empty. */
let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), "chatter-cache-"));
});
afterEach(() => rm(cache, { recursive: true }));

function get(names: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  return spawn(process.execPath, ["tools/engines/main.ts", "get", ...names], {
    env: { ...process.env, XDG_CACHE_HOME: cache, ...environment },
    stdio: ["ignore", "ignore", "pipe"],
  });
}

async function failing(child: ReturnType<typeof get>): Promise<string[]> {
  const [said, [status]] = await Promise.all([text(child.stderr), once(child, "exit")]);
  expect(status).toBe(1);
  return said.trim().split("\n");
}

describe("make engines", () => {
  it("says in a line each what cannot be had without Go, and goes on", async () => {
    expect(await failing(get(["spicedb", "mailpit"], { PATH: "" }))).toEqual([
      expect.stringMatching(/^SpiceDB: cannot be had without go/),
      expect.stringMatching(/^Mailpit: cannot be had without go/),
    ]);
  });

  it("says in a line that a module cannot be fetched", async () => {
    const offline = { GOPROXY: "off", GOMODCACHE: join(cache, "modules") };
    expect(await failing(get(["mailpit"], offline))).toEqual([
      expect.stringMatching(/^Mailpit: .*module lookup disabled by GOPROXY=off/),
    ]);
  });

  it("waits until another clone has finished", async () => {
    const turn = takeTurn(join(cache, "chatter", "engines"));
    const child = get(["redis"]);
    expect(String(await once(child.stderr, "data"))).toContain("Waiting");
    expect(child.exitCode).toBeNull();
    turn.close();
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});
