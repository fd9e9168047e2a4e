import { fromBinary, type Message, toBinary } from "@bufbuild/protobuf";
import { base64Decode } from "@bufbuild/protobuf/wire";
import {
  type DescriptorProto,
  type EnumDescriptorProto,
  FileDescriptorProtoSchema,
} from "@bufbuild/protobuf/wkt";

/** Files that only say what the server checks: validation rules, and who may call what. */
const serverOnly = /^(?:buf\/validate|chatter\/options)\//;

type WithOptions = Message & { options?: Message | undefined };

/** The descriptor in a call `fileDesc("…", […])`, and what it depends on. */
const described = /fileDesc\("([^"]+)"(?:, \[([^\]]*)\])?\)/;

/**
 * A generated contract without what only the server reads. The browser never validates by these rules: it
 * shows the violations that the server answers with.
 */
export function leanContract(code: string): string {
  const dropped = new Set<string>();
  const withoutImports = code.replace(
    /^import \{ (file_\w+) \} from "[^"]*(?:\/buf\/validate\/|\/options\/v1\/)[^"]*";\n/gm,
    (_line, name: string) => {
      dropped.add(name);
      return "";
    },
  );
  return withoutImports.replace(described, (_call, descriptor: string, imports = "") => {
    const kept = imports.split(", ").filter((name: string) => name !== "" && !dropped.has(name));
    return `fileDesc(btoa("${leanDescriptor(descriptor)}"), [${kept.join(", ")}])`;
  });
}

function leanDescriptor(encoded: string): string {
  const file = fromBinary(FileDescriptorProtoSchema, base64Decode(encoded));
  file.options = undefined;
  file.dependency = file.dependency.filter((name) => !serverOnly.test(name));
  file.messageType.forEach(leanMessage);
  file.enumType.forEach(leanEnum);
  for (const method of file.service.flatMap((service) => service.method)) dropExtensions(method);
  return literal(toBinary(FileDescriptorProtoSchema, file));
}

/** As characters, in which names that occur twice look the same, and are compressed; in Base64 they do not. */
function literal(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) =>
    byte >= 32 && byte < 127 && byte !== 34 && byte !== 92
      ? String.fromCharCode(byte)
      : `\\x${byte.toString(16).padStart(2, "0")}`,
  ).join("");
}

function leanMessage(message: DescriptorProto): void {
  [message, ...message.field, ...message.oneofDecl].forEach(dropExtensions);
  message.nestedType.forEach(leanMessage);
  message.enumType.forEach(leanEnum);
}

function leanEnum(type: EnumDescriptorProto): void {
  [type, ...type.value].forEach(dropExtensions);
}

/** Extensions are unknown to the descriptor's own schema; options without anything else go with them. */
function dropExtensions(element: WithOptions): void {
  if (element.options === undefined) return;
  delete element.options.$unknown;
  const says = (value: unknown) => !Array.isArray(value) || value.length > 0;
  const isEmpty = Object.entries(element.options).every(
    ([key, value]) => key.startsWith("$") || !says(value),
  );
  if (isEmpty) element.options = undefined;
}
