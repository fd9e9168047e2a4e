import { readFileSync } from "node:fs";
import { parseEnv } from "node:util";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { environment, readEnvironment } from "../../cmd/environment.ts";
import { envExample } from "./env-example.ts";

const file = readFileSync(".env.example", "utf8");
const settings = parseEnv(file.replace(/^#(?=[A-Z_]+=)/gm, ""));

describe(".env.example", () => {
  it("names every variable the program reads, and no other", () => {
    expect(Object.keys(settings).toSorted()).toEqual(Object.keys(environment.shape).toSorted());
  });

  it("shows the defaults: setting all of them changes nothing", () => {
    expect(readEnvironment(settings)).toEqual(readEnvironment({}));
  });

  it("says of each variable what it means", () => {
    for (const [name, { description }] of Object.entries(environment.shape)) {
      expect(description, name).toMatch(/\S\.$/);
    }
  });

  it("is what `make generate` writes", () => {
    expect(file).toBe(envExample(environment));
  });
});

describe("envExample", () => {
  it("quotes what a shell or a reader would take apart, and leaves empty what has no default", () => {
    const schema = z.object({
      SENDER: z.string().default("Chatter <chatter@localhost>").describe("Who writes."),
      TOKEN: z.string().optional().describe("A secret."),
    });
    expect(envExample(schema)).toContain(
      '\n# Who writes.\n#SENDER="Chatter <chatter@localhost>"\n\n# A secret.\n#TOKEN=\n',
    );
  });
});
