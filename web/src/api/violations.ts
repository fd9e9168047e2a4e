import { BinaryReader } from "@bufbuild/protobuf/wire";
import type { ConnectError } from "@connectrpc/connect";

/** A field of a request that breaks a rule of its proto file. */
export interface Violation {
  /** The field's path in the names of the generated code, such as `newPassword` or `status.text`. */
  readonly field: string;
  /** The rule's name, such as `string.min_len`. */
  readonly rule: string;
}

type Read = (reader: BinaryReader) => void;

/**
 * The violations that an error carries as buf.validate.Violations. They are read by hand, because the
 * generated code of that package is as large as all of ours.
 */
export function violationsOf(error: ConnectError): Violation[] {
  const found: Violation[] = [];
  for (const detail of error.details) {
    if (!("type" in detail) || detail.type !== "buf.validate.Violations") continue;
    read(detail.value, { 1: (violations) => found.push(violationIn(violations.bytes())) });
  }
  return found;
}

function violationIn(bytes: Uint8Array): Violation {
  const path: string[] = [];
  let rule = "";
  const element: Record<number, Read> = { 2: (reader) => path.push(camelCase(reader.string())) };
  const elements: Record<number, Read> = { 1: (reader) => read(reader.bytes(), element) };
  read(bytes, {
    2: (reader) => {
      rule = reader.string();
    },
    5: (reader) => read(reader.bytes(), elements),
  });
  return { field: path.join("."), rule };
}

function read(bytes: Uint8Array, fields: Readonly<Record<number, Read>>): void {
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, type] = reader.tag();
    const take = fields[field];
    if (take === undefined) reader.skip(type, field);
    else take(reader);
  }
}

function camelCase(name: string): string {
  return name.replace(/_(\w)/g, (_whole, letter: string) => letter.toUpperCase());
}
