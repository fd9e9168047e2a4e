import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createFileRegistry, fromBinary } from "@bufbuild/protobuf";
import { FileDescriptorSetSchema } from "@bufbuild/protobuf/wkt";
import { describe, expect, it } from "vitest";
import { type OpenApiDocument, openApiDocument } from "./document.ts";

const proto = `
  syntax = "proto3";
  package chatter.example.v1;
  import "buf/validate/validate.proto";
  import "chatter/options/v1/access.proto";
  import "google/protobuf/timestamp.proto";

  // Where examples are kept.
  service ExampleService {
    // Keeps an example. It can be found
    // again by its name.
    rpc KeepExample(KeepExampleRequest) returns (Example);
    rpc FindExample(FindExampleRequest) returns (Example) {
      option idempotency_level = NO_SIDE_EFFECTS;
      option (chatter.options.v1.public) = true;
    }
    // buf:lint:ignore RPC_RESPONSE_STANDARD_NAME
    rpc WatchExamples(FindExampleRequest) returns (stream Example);
  }

  message KeepExampleRequest {
    // How it is called.
    string display_name = 1 [(buf.validate.field).string = {min_len: 1, max_len: 80, pattern: "^a"}];
    string color = 2 [(buf.validate.field).string = {in: ["red", "blue"]}];
    string email = 3 [(buf.validate.field).string.email = true, (buf.validate.field).ignore = IGNORE_IF_ZERO_VALUE];
    optional int32 size = 4 [(buf.validate.field).int32 = {gte: 1, lt: 100}];
    uint64 seq = 5 [(buf.validate.field).uint64.gte = 1];
    repeated string tags = 6 [(buf.validate.field).repeated = {min_items: 1, max_items: 9, items: {string: {max_len: 5}}}];
    map<string, Mood> moods = 7 [(buf.validate.field).map = {max_pairs: 3, keys: {string: {min_len: 2}}}];
    Mood mood = 8 [(buf.validate.field).enum = {defined_only: true, not_in: [0]}];
    Example like = 9 [(buf.validate.field).required = true];
    bytes picture = 10 [(buf.validate.field).bytes.max_len = 300, deprecated = true];
    string note = 11 [(buf.validate.field).cel = {id: "note", message: "no shouting", expression: "this != 'A'"}];
  }
  message FindExampleRequest {
    oneof by {
      string name = 1;
      google.protobuf.Timestamp kept_at = 2;
    }
  }
  message Example {
    Mood mood = 1;
    // Examples may be nested.
    Example inner = 2;
  }
  enum Mood {
    MOOD_UNSPECIFIED = 0;
    // All is well.
    MOOD_GOOD = 1;
  }
`;

describe("the OpenAPI document", () => {
  const document = describeExample();
  const operation = (method: string) =>
    document.paths[`/chatter.example.v1.ExampleService/${method}`]?.post ?? {};
  const schema = (name: string) => document.components.schemas[`chatter.example.v1.${name}`] ?? {};
  const kept = (field: string) => schema("KeepExampleRequest").properties?.[field];

  it("has a POST for every method, described by its comment", () => {
    expect(document.tags).toEqual([
      { name: "chatter.example.v1.ExampleService", description: "Where examples are kept." },
    ]);
    expect(operation("KeepExample")).toMatchObject({
      operationId: "ExampleService_KeepExample",
      summary: "Keeps an example.",
      description: "Keeps an example. It can be found again by its name.",
    });
  });

  it("asks for credentials except where a method is public", () => {
    expect(document.security).toEqual([{ bearer: [] }, { session: [] }]);
    expect(operation("KeepExample")).not.toHaveProperty("security");
    expect(operation("FindExample")).toMatchObject({ security: [] });
  });

  it("offers an idempotency key to what changes something", () => {
    expect(operation("KeepExample")).toMatchObject({
      parameters: [{ $ref: "#/components/parameters/IdempotencyKey" }],
    });
    expect(operation("FindExample")).not.toHaveProperty("parameters");
    expect(operation("FindExample")).toHaveProperty("x-reads-only", true);
  });

  it("marks streams, and keeps notes to tools out of descriptions", () => {
    expect(operation("WatchExamples")).toHaveProperty("x-stream", true);
    expect(operation("WatchExamples")).toHaveProperty(["requestBody", "content", "application/connect+json"]);
    expect(operation("WatchExamples")).not.toHaveProperty("description");
  });

  it("says of text how long it is and what it looks like", () => {
    expect(kept("displayName")).toEqual({
      description: "How it is called.",
      type: "string",
      minLength: 1,
      maxLength: 80,
      pattern: "^a",
    });
    expect(kept("color")).toEqual({ type: "string", enum: ["red", "blue"] });
    expect(kept("email")).toEqual({ type: "string", format: "email" });
    expect(kept("picture")).toEqual({
      type: "string",
      contentEncoding: "base64",
      maxLength: 400,
      deprecated: true,
    });
  });

  it("says of numbers where they end; long ones are strings", () => {
    expect(kept("size")).toEqual({ type: "integer", format: "int32", minimum: 1, exclusiveMaximum: 100 });
    expect(kept("seq")).toMatchObject({ type: "string", format: "uint64", "x-gte": "1" });
  });

  it("says of lists and maps how many and of what", () => {
    expect(kept("tags")).toEqual({
      type: "array",
      items: { type: "string", maxLength: 5 },
      minItems: 1,
      maxItems: 9,
    });
    expect(kept("moods")).toEqual({
      type: "object",
      maxProperties: 3,
      propertyNames: { minLength: 2 },
      additionalProperties: { $ref: "#/components/schemas/chatter.example.v1.Mood" },
    });
  });

  it("names the values of an enum that a field takes", () => {
    expect(schema("Mood")).toEqual({
      type: "string",
      description: "- `MOOD_GOOD`: All is well.",
      enum: ["MOOD_UNSPECIFIED", "MOOD_GOOD"],
    });
    expect(kept("mood")).toEqual({
      $ref: "#/components/schemas/chatter.example.v1.Mood",
      enum: ["MOOD_GOOD"],
    });
  });

  it("requires what an empty message would be refused for", () => {
    expect(schema("KeepExampleRequest")).toHaveProperty("required", [
      "displayName",
      "color",
      "seq",
      "tags",
      "mood",
      "like",
    ]);
  });

  it("allows one member of a oneof, or none", () => {
    const byName = { required: ["name"] };
    const byTime = { required: ["keptAt"] };
    expect(schema("FindExampleRequest")).toMatchObject({
      oneOf: [byName, byTime, { not: { anyOf: [byName, byTime] } }],
    });
  });

  it("keeps rules that JSON Schema has no word for", () => {
    expect(kept("note")).toMatchObject({
      "x-cel": [{ id: "note", message: "no shouting", expression: "this != 'A'" }],
    });
  });

  it("refers to messages, also to the one it is in", () => {
    expect(schema("Example").properties?.["inner"]).toEqual({
      description: "Examples may be nested.",
      $ref: "#/components/schemas/chatter.example.v1.Example",
    });
  });

  it("leaves no reference dangling", () => {
    const references = JSON.stringify(document).match(/#\/components\/[^"]+/g) ?? [];
    for (const reference of references) {
      expect(document, reference).toHaveProperty(reference.split("/").slice(1));
    }
  });

  it("is the same every time", () => {
    expect(JSON.stringify(describeExample())).toBe(JSON.stringify(document));
  });
});

/** Compiles the example beside the project's own options, and describes it. */
function describeExample(): OpenApiDocument {
  const root = mkdtempSync(join(tmpdir(), "openapi-"));
  try {
    cpSync("buf.yaml", join(root, "buf.yaml"));
    cpSync("proto/buf", join(root, "proto/buf"), { recursive: true });
    cpSync("proto/chatter/options", join(root, "proto/chatter/options"), { recursive: true });
    mkdirSync(join(root, "proto/chatter/example/v1"), { recursive: true });
    writeFileSync(join(root, "proto/chatter/example/v1/example.proto"), proto);
    const image = execFileSync("node_modules/.bin/buf", [
      "build",
      root,
      "--as-file-descriptor-set",
      "-o",
      "-",
    ]);
    const registry = createFileRegistry(fromBinary(FileDescriptorSetSchema, image));
    return JSON.parse(JSON.stringify(openApiDocument([...registry.files], "1.2.3")));
  } finally {
    rmSync(root, { recursive: true });
  }
}
