import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { answersPing } from "./checks.ts";
import { type RunningEngine, startEngine } from "./index.ts";
import { type EngineName, engines } from "./table.ts";

describe.each(Object.keys(engines) as EngineName[])("%s", (name) => {
  let engine: RunningEngine<unknown>;
  beforeAll(async () => {
    engine = await startEngine(name);
    return () => engine.discard();
  });

  it("comes back at the same address after it was stopped, and after it was killed", async () => {
    await engine.stop();
    expect(await engine.complaint()).toBeDefined();
    await engine.start();
    await engine.kill();
    expect(await engine.complaint()).toBeDefined();
    await engine.start();
    expect(await engine.complaint()).toBeUndefined();
  });

  it("answers nothing while it is paused", async () => {
    await engine.pause();
    expect(await engine.complaint()).toBeDefined();
    engine.resume();
    expect(await engine.complaint()).toBeUndefined();
  });
});

describe("an engine of a process that is killed", () => {
  it("ends as well, and leaves nothing behind", async () => {
    const scratch = await mkdtemp(join(tmpdir(), "chatter-scratch-"));
    const program = `
      import { startEngine } from ${JSON.stringify(join(import.meta.dirname, "index.ts"))};
      console.log((await startEngine("redis")).settings.REDIS_URL);
      setInterval(() => undefined, 1000);`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
      env: { ...process.env, TMPDIR: scratch },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const port = Number(new URL(String(await once(child.stdout, "data"))).port);
    await answersPing(port);
    child.kill("SIGKILL");
    await expect.poll(() => readdir(scratch), { timeout: 10_000 }).toEqual([]);
    await expect(answersPing(port)).rejects.toThrow("ECONNREFUSED");
    await rm(scratch, { recursive: true });
  });
});
