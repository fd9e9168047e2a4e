import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Engine } from "./engine.ts";
import { engines } from "./table.ts";

const page = readFileSync("docs/engines.md", "utf8");
const compose = readFileSync("compose.yaml", "utf8");

describe.each(Object.entries<Engine>(engines))("%s", (_, engine) => {
  const settings = engine.settings({ program: "", folder: "", ports: engine.ports });

  it("gives settings that are described", () => {
    for (const name of Object.keys(settings)) expect(page).toContain(`\`${name}\``);
  });

  it("listens where compose.yaml lets it listen as well", () => {
    for (const port of Object.values(engine.ports)) {
      expect(page).toContain(String(port));
      expect(compose).toContain(`127.0.0.1:${port}:`);
    }
  });

  it("is found on this machine alone", () => {
    const addresses = Object.entries(settings).filter(([name]) => /_(URL|ENDPOINT|ADDR|ADDRESS)$/.test(name));
    expect(addresses).not.toEqual([]);
    expect(addresses.filter(([, value]) => !value.includes("127.0.0.1"))).toEqual([]);
  });
});
