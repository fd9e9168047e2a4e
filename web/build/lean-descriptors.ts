/** Of descriptor.proto, what our contracts say. A message has its place by its number, so it stays where it is empty. */
const said: Readonly<Record<string, readonly string[]>> = {
  FileDescriptorSet: [],
  FileDescriptorProto: [
    "name",
    "package",
    "dependency",
    "message_type",
    "enum_type",
    "service",
    "extension",
    "syntax",
  ],
  DescriptorProto: ["name", "field", "extension", "nested_type", "enum_type", "oneof_decl", "options"],
  FieldDescriptorProto: [
    "name",
    "number",
    "label",
    "type",
    "type_name",
    "oneof_index",
    "json_name",
    "proto3_optional",
  ],
  OneofDescriptorProto: ["name"],
  EnumDescriptorProto: ["name", "value"],
  EnumValueDescriptorProto: ["name", "number"],
  ServiceDescriptorProto: ["name", "method"],
  MethodDescriptorProto: [
    "name",
    "input_type",
    "output_type",
    "options",
    "client_streaming",
    "server_streaming",
  ],
  MessageOptions: ["map_entry"],
  MethodOptions: ["idempotency_level"],
};

interface Field {
  readonly name: string;
  readonly number: number;
  readonly label: number;
  readonly type: number;
  readonly typeName?: string;
}

interface Described {
  readonly messageType: readonly { readonly name: string; readonly field: readonly Field[] }[];
}

const [enumType, int32Type] = [14, 5];

/** An enum as TypeScript writes it out: a call, which tree shaking must keep. */
const enumCall = /^\(function \((\w+)\) \{\n[^]*?^\}\)\(\1 \|\| \(\1 = \{\}\)\);\n/gm;

/**
 * protobuf's own description of descriptors, by which every contract is read, without what no contract of ours
 * says: 4 KiB gzipped of the first load. Throws when a new version of the library is built otherwise.
 */
export function leanDescriptors(code: string): string {
  const lean = code.replace(/boot\((\{.*\})\);/, (_call, literal: string) => {
    const { messageType, ...file } = JSON.parse(literal) as Described;
    const kept = messageType.flatMap(({ name, field }) => {
      const fields = said[name];
      if (fields === undefined) return [];
      return { name, field: field.filter((each) => fields.includes(each.name)).map(plain) };
    });
    if (kept.length !== Object.keys(said).length) throw new Error("descriptor.proto has other messages.");
    return `boot(${JSON.stringify({ ...file, messageType: kept, enumType: [] })});`;
  });
  if (lean === code) throw new Error("protobuf's description of descriptors is built in another way.");
  return lean.replace(enumCall, "");
}

/**
 * The number of an enum's value is all that is read of it, and on the wire it is a number; and each default is the
 * one that there is without it.
 */
function plain({ name, number, label, type, typeName }: Field): Field {
  if (type === enumType) return { name, number, label, type: int32Type };
  return { name, number, label, type, ...(typeName !== undefined && { typeName }) };
}

/** Default values are written in protobuf's text format, and in proto3 nothing has one: half a KiB gzipped. */
export function leanTextFormat(code: string): string {
  const names = [...code.matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
  return names
    .map((name) => `export function ${name}() { throw new Error("proto3 has no defaults"); }`)
    .join("\n");
}
