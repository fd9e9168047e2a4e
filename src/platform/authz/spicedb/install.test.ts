import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { compileSchema } from "../compile-schema.ts";
import { SCHEMA_VERSION } from "./held.ts";
import { mirroredSchema } from "./install.ts";

/** What the schema means, without its comments. */
function fingerprint(): string {
  const schema = [...compileSchema(mirroredSchema())].map(([type, { relations, permissions }]) => [
    type,
    [...relations].map(([name, { subjects }]) => [name, [...subjects]]),
    [...permissions],
  ]);
  return createHash("sha256").update(JSON.stringify(schema)).digest("hex").slice(0, 16);
}

describe("the schema that SpiceDB is given", () => {
  it("has a version of its own: when this fails, raise SCHEMA_VERSION and write both down here", () => {
    expect({ version: SCHEMA_VERSION, fingerprint: fingerprint() }).toEqual({
      version: 3,
      fingerprint: "14b8ba4946857926",
    });
  });
});
