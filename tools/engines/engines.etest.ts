import { beforeAll, describe, expect, it } from "vitest";
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
