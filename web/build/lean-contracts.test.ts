import { readFileSync } from "node:fs";
import { fromBinary } from "@bufbuild/protobuf";
import { base64Decode } from "@bufbuild/protobuf/wire";
import { FileDescriptorProtoSchema } from "@bufbuild/protobuf/wkt";
import { describe, expect, it } from "vitest";
import { leanContract } from "./lean-contracts.ts";

const contract = "../../gen/chatter/message/v1/message_pb.js";
const full = readFileSync(new URL(contract, import.meta.url), "utf8");
const lean = leanContract(full);

function descriptor(code: string) {
  const [, isLiteral, argument = ""] = /fileDesc\((btoa\()?"([^"]+)"/.exec(code) ?? [];
  const characters: unknown = JSON.parse(`"${argument.replaceAll("\\x", "\\u00")}"`);
  const encoded = isLiteral === undefined ? argument : btoa(String(characters));
  return fromBinary(FileDescriptorProtoSchema, base64Decode(encoded));
}

describe("a contract for the browser", () => {
  it("has every service, method, message and field of the full one", () => {
    const names = (code: string) => {
      const { messageType, service } = descriptor(code);
      const fields = messageType.map((message) => [
        message.name,
        message.field.map((field) => [field.name, field.number]),
      ]);
      return [fields, service.map(({ name, method }) => [name, method.map((each) => each.name)])];
    };
    expect(names(lean)).toEqual(names(full));
  });

  it("keeps which methods have no side effects, so that they can be fetched by GET", () => {
    const levels = (code: string) =>
      descriptor(code).service.flatMap(({ method }) =>
        method.map((each) => each.options?.idempotencyLevel ?? 0),
      );
    expect(levels(lean)).toEqual(levels(full));
  });

  it("has no validation rules, and depends on no file that only has them", () => {
    expect(descriptor(lean).dependency.filter((name) => name.startsWith("buf/"))).toEqual([]);
    expect(lean).not.toMatch(/from "@bufbuild\/protovalidate/);
    const fields = descriptor(lean).messageType.flatMap((message) => message.field);
    expect(fields.filter((field) => field.options?.$unknown !== undefined)).toEqual([]);
  });
});
