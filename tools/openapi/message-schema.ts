import {
  create,
  type DescEnum,
  type DescMessage,
  type DescOneof,
  getOption,
  hasOption,
} from "@bufbuild/protobuf";
import { createValidator } from "@bufbuild/protovalidate";
import { oneof as oneofRules } from "@bufbuild/protovalidate/gen/buf/validate/validate_pb.js";
import { descriptionOf } from "./description.ts";
import { fieldSchema } from "./field-schema.ts";
import { both, type JsonSchema } from "./json-schema.ts";
import { celKeywords, messageRulesOf } from "./rules.ts";

export function messageSchema(message: DescMessage): JsonSchema {
  const properties = message.fields.map((field) => [
    field.jsonName,
    { ...descriptionOf(field), ...fieldSchema(field), ...(field.deprecated ? { deprecated: true } : {}) },
  ]);
  const required = requiredProperties(message);
  const choices = message.oneofs.map(choiceSchema);
  return {
    type: "object",
    ...descriptionOf(message),
    ...(properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
    ...(required.length === 0 ? {} : { required }),
    ...choices.slice(1).reduce(both, choices[0] ?? {}),
    ...celKeywords(messageRulesOf(message)),
    ...(message.deprecated ? { deprecated: true } : {}),
  };
}

export function enumSchema(type: DescEnum): JsonSchema {
  const described = type.values.flatMap((value) => {
    const { description } = descriptionOf(value);
    return description === undefined ? [] : [`- \`${value.name}\`: ${description}`];
  });
  const description = [descriptionOf(type).description, described.join("\n")].filter(Boolean).join("\n\n");
  return {
    type: "string",
    ...(description === "" ? {} : { description }),
    enum: type.values.map((value) => value.name),
  };
}

const validator = createValidator();

/** What an empty message is refused for must be sent, by whichever rule. */
function requiredProperties(message: DescMessage): string[] {
  const { violations = [] } = validator.validate(message, create(message));
  const missing = new Set(
    violations.flatMap(({ field }) => (field[0]?.kind === "field" ? [field[0].jsonName] : [])),
  );
  return message.fields.map((field) => field.jsonName).filter((name) => missing.has(name));
}

/** Of the fields of a oneof at most one is present, or exactly one when a rule requires it. */
function choiceSchema(oneof: DescOneof): JsonSchema {
  const one = oneof.fields.map((field) => ({ required: [field.jsonName] }));
  const needed = hasOption(oneof, oneofRules) && getOption(oneof, oneofRules).required;
  return { oneOf: needed ? one : [...one, { not: { anyOf: one } }] };
}
