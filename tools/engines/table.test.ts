import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Engine } from "./engine.ts";
import { engines } from "./table.ts";

const page = readFileSync("docs/engines.md", "utf8");
const compose = readFileSync("compose.yaml", "utf8");

/** Of the image that runs the engine in Docker. */
const imageOf = (name: string): string | undefined =>
  new RegExp(`image: (?:&\\w+ )?\\S*${name}[\\w-]*:v?(\\S+)$`, "m").exec(compose)?.[1];

/** Of the module that the engine is built from. */
function pinOf(folder: string): string | undefined {
  const mod = readFileSync(`tools/engines/${folder}/go.mod`, "utf8");
  const tool = /^tool (\S+)$/m.exec(mod)?.[1];
  return [...mod.matchAll(/^\t(\S+) v(\S+)/gm)].find(([, path]) => `${tool}/`.startsWith(`${path}/`))?.[2];
}

// Of Debian's packages the oldest that are supported. Of MinIO no images are made any more: what is built is newer.
const IMAGES: Readonly<Record<string, string>> = {
  postgres: "15",
  redis: "7",
  coturn: "4.6",
  minio: "RELEASE.2025-09-07T16-13-09Z",
};

describe.each(Object.entries<Engine>(engines))("%s", (name, engine) => {
  const settings = engine.settings({ program: "", folder: "", ports: engine.ports });

  it("gives settings that are described", () => {
    for (const setting of Object.keys(settings)) expect(page).toContain(`\`${setting}\``);
  });

  it("listens where compose.yaml lets it listen as well", () => {
    for (const port of Object.values(engine.ports)) {
      expect(page).toContain(String(port));
      expect(compose).toContain(`127.0.0.1:${port}:`);
    }
  });

  it("is of the same version in compose.yaml", () => {
    const built = "module" in engine.source ? pinOf(engine.source.module) : undefined;
    expect(imageOf(name)).toBe(IMAGES[name] ?? built);
  });

  it("is found on this machine alone", () => {
    const addresses = Object.entries(settings).filter(([name]) => /_(URL|ENDPOINT|ADDR|ADDRESS)$/.test(name));
    expect(addresses).not.toEqual([]);
    expect(addresses.filter(([, value]) => !value.includes("127.0.0.1"))).toEqual([]);
  });
});
