import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { create, createRegistry, fromBinary, toJson } from "@bufbuild/protobuf";
import {
  type FileDescriptorProto,
  FileDescriptorProtoSchema,
  FileDescriptorSetSchema,
} from "@bufbuild/protobuf/wkt";
import { createValidator } from "@bufbuild/protovalidate";
import { file_buf_validate_validate } from "@bufbuild/protovalidate/gen/buf/validate/validate_pb.js";
import { describe, expect, it } from "vitest";
import { SendMessageRequestSchema } from "../../gen/chatter/message/v1/message_pb.js";
import { validateProto } from "./validate-proto.ts";

const path = "buf/validate/validate.proto";

describe("the vendored validate.proto", () => {
  it("is what the installed package prints", () => {
    expect(readFileSync(`proto/${path}`, "utf8")).toBe(validateProto());
  });

  it("compiles to the descriptor that the validator knows", () => {
    const image = execFileSync("node_modules/.bin/buf", ["build", "--as-file-descriptor-set", "-o", "-"]);
    const compiled = fromBinary(FileDescriptorSetSchema, image).file.find((file) => file.name === path);
    expect(schemaOf(compiled)).toEqual(schemaOf(file_buf_validate_validate.proto));
  });

  it("lets the validator recognise the rules in generated code", () => {
    const { violations } = createValidator().validate(
      SendMessageRequestSchema,
      create(SendMessageRequestSchema, { channelId: "not a channel" }),
    );
    expect(violations?.map((it) => it.ruleId)).toContain("string.pattern");
  });
});

/** Everything but positions and what the file tells other languages. */
function schemaOf(file: FileDescriptorProto | undefined): unknown {
  if (file === undefined) throw new Error(`${path} is not part of the proto module`);
  const { options: _, ...schema } = file;
  const registry = createRegistry(file_buf_validate_validate);
  const json = toJson(FileDescriptorProtoSchema, create(FileDescriptorProtoSchema, schema), { registry });
  const ignored = new Set(["sourceCodeInfo", "jsonName"]);
  return JSON.parse(JSON.stringify(json, (key, value) => (ignored.has(key) ? undefined : value)));
}
