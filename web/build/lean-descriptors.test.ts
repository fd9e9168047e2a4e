import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fromBinary } from "@bufbuild/protobuf";
import { boot, messageDesc } from "@bufbuild/protobuf/codegenv2";
import { base64Decode } from "@bufbuild/protobuf/wire";
import { type FileDescriptorProto, FileDescriptorProtoSchema } from "@bufbuild/protobuf/wkt";
import { describe, expect, it } from "vitest";
import { leanContract } from "./lean-contracts.ts";
import { leanDescriptors, leanTextFormat } from "./lean-descriptors.ts";

const library = fileURLToPath(import.meta.resolve("@bufbuild/protobuf/wkt"));
const code = readFileSync(join(library, "../google/protobuf/descriptor_pb.js"), "utf8");
/** Who may call what is the server's, and left out of the contracts. */
const contracts = globSync(join(import.meta.dirname, "../../gen/chatter/*/v1/*_pb.js")).filter(
  (file) => !file.endsWith("access_pb.js"),
);

function schemaIn(source: string) {
  const [, literal = ""] = /boot\((\{.*\})\)/.exec(source) ?? [];
  return messageDesc<FileDescriptorProto>(boot(JSON.parse(literal)), 1);
}

describe("the description of descriptors for the browser", () => {
  it("reads every contract as the full one does, and leaves nothing unread", () => {
    expect(contracts.length).toBeGreaterThan(8);
    const schema = schemaIn(leanDescriptors(code));
    for (const contract of contracts) {
      const [, literal = ""] =
        /fileDesc\(btoa\("(.*?)"\)/.exec(leanContract(readFileSync(contract, "utf8"))) ?? [];
      const encoded = btoa(JSON.parse(`"${literal.replaceAll("\\x", "\\u00")}"`));
      const read = fromBinary(schema, base64Decode(encoded));
      expect(fromBinary(FileDescriptorProtoSchema, base64Decode(encoded))).toMatchObject(read);
      expect(
        JSON.stringify(read, (_key, value) => (typeof value === "bigint" ? `${value}` : value)),
      ).not.toContain("$unknown");
    }
  });

  it("has none of the enums that only say what numbers mean", () => {
    expect(code).toContain("(function (");
    expect(leanDescriptors(code)).not.toContain("(function (");
  });

  it("needs no text format, in which only defaults of proto2 are written", () => {
    const format = readFileSync(join(library, "../../wire/text-format.js"), "utf8");
    const names = (source: string) => [...source.matchAll(/export function (\w+)/g)].map(([, name]) => name);
    expect(names(leanTextFormat(format))).toEqual(names(format));
    expect(leanDescriptors(code)).not.toContain("defaultValue");
  });

  it("is refused where it is not what it was", () => {
    expect(() => leanDescriptors("boot(descriptors);")).toThrow("built in another way");
  });
});
