import { randomUUID } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Engine } from "./engine.ts";
import { findFreePorts } from "./start-engine.ts";
import { type EngineName, engines } from "./table.ts";
import { bringDown, bringUp, type Stand } from "./up.ts";

const names = Object.keys(engines) as EngineName[];

let stand: Stand;

beforeAll(async () => {
  const ports = new Map<EngineName, Readonly<Record<string, number>>>();
  for (const name of names) ports.set(name, await findFreePorts(Object.keys(engines[name].ports)));
  const folder = join(tmpdir(), `chatter-stand-${randomUUID()}`);
  stand = { folder, ports: (name) => ports.get(name) ?? expect.fail(`no port for ${name}`) };
});
afterAll(async () => {
  for (const name of names.toReversed()) await bringDown(name, stand);
  await rm(stand.folder, { recursive: true, force: true });
});

/** What tells one run of the engine from the next. */
const processOf = (name: EngineName) => readFile(join(stand.folder, name, "pid"), "utf8");

describe.each(names)("what make engines-up does with %s", (name) => {
  const engine: Engine = engines[name];
  const check = () =>
    engine.check({ program: "", folder: join(stand.folder, name), ports: stand.ports(name) });

  it("brings it up where its settings say, once, and down again, and it keeps its place", async () => {
    const settings = await bringUp(name, stand);
    await check();
    const [port] = Object.values(stand.ports(name));
    expect(Object.values(settings).join(" ")).toContain(String(port));
    const running = await processOf(name);
    expect(await bringUp(name, stand)).toEqual(settings);
    expect(await processOf(name)).toBe(running);

    await bringDown(name, stand);
    expect(await check().catch(() => "away")).toBe("away");
    expect(await bringUp(name, stand)).toEqual(settings);
    await check();
    await bringDown(name, stand);
  });
});
