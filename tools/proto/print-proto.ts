import type { DescFile } from "@bufbuild/protobuf";
import {
  type DescriptorProto,
  type EnumDescriptorProto,
  type FieldDescriptorProto,
  FieldDescriptorProto_Label as Label,
  FieldDescriptorProto_Type as Type,
} from "@bufbuild/protobuf/wkt";

/** Prints what stands in the brackets after a field, or nothing. */
export type PrintFieldOptions = (field: FieldDescriptorProto) => string;

const scalarNames: ReadonlyMap<Type, string> = new Map([
  [Type.DOUBLE, "double"],
  [Type.FLOAT, "float"],
  [Type.INT64, "int64"],
  [Type.UINT64, "uint64"],
  [Type.INT32, "int32"],
  [Type.FIXED64, "fixed64"],
  [Type.FIXED32, "fixed32"],
  [Type.BOOL, "bool"],
  [Type.STRING, "string"],
  [Type.BYTES, "bytes"],
  [Type.UINT32, "uint32"],
  [Type.SFIXED32, "sfixed32"],
  [Type.SFIXED64, "sfixed64"],
  [Type.SINT32, "sint32"],
  [Type.SINT64, "sint64"],
]);

const labels: Readonly<Record<Label, string>> = {
  [Label.OPTIONAL]: "optional ",
  [Label.REQUIRED]: "required ",
  [Label.REPEATED]: "repeated ",
};

const afterLastFieldNumber = 536_870_912;

/**
 * Prints a proto2 file from its descriptor, so that a schema which npm ships only as JavaScript can be
 * imported by proto files. A descriptor carries no comments, so the text has none either.
 */
export function printProto(file: DescFile, printFieldOptions: PrintFieldOptions): string {
  const { proto } = file;
  const blocks = [
    'syntax = "proto2";',
    `package ${proto.package};`,
    proto.dependency.map((path) => `import "${path}";`).join("\n"),
    ...proto.extension.map((it) => block(`extend ${it.extendee}`, [printField(it, printFieldOptions)])),
    ...proto.messageType.map((it) => printMessage(it, printFieldOptions)),
    ...proto.enumType.map(printEnum),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function printMessage(message: DescriptorProto, printFieldOptions: PrintFieldOptions): string {
  return block(`message ${message.name}`, [
    ...message.nestedType.map((it) => printMessage(it, printFieldOptions)),
    ...message.enumType.map(printEnum),
    ...printFields(message, printFieldOptions),
    ...message.extensionRange.map((range) => `extensions ${numberRange(range)};`),
    ...message.reservedRange.map((range) => `reserved ${numberRange(range)};`),
    ...message.reservedName.map((name) => `reserved "${name}";`),
  ]);
}

/** In the descriptor's order: a oneof stands where its first field stands. */
function printFields({ field: fields, oneofDecl }: DescriptorProto, options: PrintFieldOptions): string[] {
  return fields.flatMap((field, index) => {
    const choice = choiceOf(field);
    if (choice === undefined) return [printField(field, options)];
    if (fields.findIndex((it) => choiceOf(it) === choice) < index) return [];
    const members = fields.filter((it) => choiceOf(it) === choice);
    return [
      block(
        `oneof ${oneofDecl[choice]?.name}`,
        members.map((it) => printField(it, options)),
      ),
    ];
  });
}

function printField(field: FieldDescriptorProto, printFieldOptions: PrintFieldOptions): string {
  const label = choiceOf(field) === undefined ? labels[field.label] : "";
  const type = scalarNames.get(field.type) ?? field.typeName;
  const options = printFieldOptions(field);
  return `${label}${type} ${field.name} = ${field.number}${options === "" ? "" : ` [${options}]`};`;
}

function printEnum(enumeration: EnumDescriptorProto): string {
  const values = enumeration.value.map((value) => `${value.name} = ${value.number};`);
  const numbers = enumeration.reservedRange.map(({ start, end }) => `reserved ${start} to ${end};`);
  const names = enumeration.reservedName.map((name) => `reserved "${name}";`);
  return block(`enum ${enumeration.name}`, [...values, ...numbers, ...names]);
}

/** The index of the oneof a field belongs to; absent in a proto2 descriptor for every other field. */
function choiceOf(field: FieldDescriptorProto): number | undefined {
  return Object.hasOwn(field, "oneofIndex") ? field.oneofIndex : undefined;
}

/** Ranges of messages exclude their end. */
function numberRange({ start, end }: { start: number; end: number }): string {
  return end === afterLastFieldNumber ? `${start} to max` : `${start} to ${end - 1}`;
}

function block(head: string, lines: readonly string[]): string {
  return `${head} {\n${indent(lines.join("\n"))}\n}`;
}

export function indent(text: string): string {
  return text.replace(/^(?=.)/gm, "  ");
}
