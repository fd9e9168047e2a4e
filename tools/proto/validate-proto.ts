import { getExtension, hasExtension } from "@bufbuild/protobuf";
import { toText } from "@bufbuild/protobuf/txtpb";
import type { FieldDescriptorProto } from "@bufbuild/protobuf/wkt";
import {
  file_buf_validate_validate,
  PredefinedRulesSchema,
  predefined,
} from "@bufbuild/protovalidate/gen/buf/validate/validate_pb.js";
import { indent, printProto } from "./print-proto.ts";

const header = `// The vocabulary of validation rules: protovalidate's own schema, printed from the descriptor inside
// the npm package @bufbuild/protovalidate by tools/proto/validate-proto.ts, so that generating
// code needs no network. Do not edit.

`;

/** The text of `buf/validate/validate.proto` for the installed version of protovalidate. */
export function validateProto(): string {
  return header + printProto(file_buf_validate_validate, printPredefinedRules);
}

function printPredefinedRules({ options }: FieldDescriptorProto): string {
  if (options === undefined || !hasExtension(options, predefined)) return "";
  const rules = toText(PredefinedRulesSchema, getExtension(options, predefined));
  return `(predefined) = {\n${indent(rules)}}`;
}
