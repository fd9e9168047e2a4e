import {
  type DescField,
  type DescMessage,
  getOption,
  type JsonObject,
  type JsonValue,
  toJson,
} from "@bufbuild/protobuf";
import {
  FieldRulesSchema,
  field as fieldRules,
  MessageRulesSchema,
  message as messageRules,
} from "@bufbuild/protovalidate/gen/buf/validate/validate_pb.js";
import { both, type JsonSchema } from "./json-schema.ts";

/**
 * The protovalidate rules as plain JSON: only what the proto file sets is in it, while the typed message
 * shows every rule with its default.
 */
export function rulesOf(field: DescField): JsonObject {
  return toJson(FieldRulesSchema, getOption(field, fieldRules)) as JsonObject;
}

export function messageRulesOf(message: DescMessage): JsonObject {
  return toJson(MessageRulesSchema, getOption(message, messageRules)) as JsonObject;
}

/** What rules of one type, such as `string: { min_len: 1 }`, add to the schema of a value. */
export function keywordsFor(rules: JsonObject): JsonSchema {
  let schema: JsonSchema = celKeywords(rules);
  for (const [type, translations] of Object.entries(translationsByType)) {
    const ofType = rules[type];
    if (!isObject(ofType)) continue;
    for (const [rule, value] of Object.entries(ofType)) {
      schema = both(schema, translations[rule]?.(value) ?? { [`x-${kebab(rule)}`]: value });
    }
  }
  return schema;
}

/** Rules in CEL have no counterpart in JSON Schema; they are shown to the reader as they are. */
export function celKeywords(rules: JsonObject): JsonSchema {
  return rules["cel"] === undefined ? {} : { "x-cel": rules["cel"] };
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

type Translate = (value: JsonValue) => JsonSchema;

const to =
  (keyword: string): Translate =>
  (value) => ({ [keyword]: value });
const count =
  (keyword: string): Translate =>
  (value) => ({ [keyword]: Number(value) });
const format =
  (name: string): Translate =>
  () => ({ format: name });
const pattern =
  (write: (text: string) => string): Translate =>
  (value) =>
    typeof value === "string" ? { pattern: write(RegExp.escape(value)) } : {};
const nothing: Translate = () => ({});

const equality = {
  const: to("const"),
  in: to("enum"),
  notIn: (value: JsonValue) => ({ not: { enum: value } }),
};

const number = {
  ...equality,
  gt: to("exclusiveMinimum"),
  gte: to("minimum"),
  lt: to("exclusiveMaximum"),
  lte: to("maximum"),
  finite: nothing,
};

/** Rules by type; what is not in it becomes an `x-` keyword, so that nothing is lost. */
const translationsByType: Readonly<Record<string, Readonly<Record<string, Translate>>>> = {
  string: {
    ...equality,
    minLen: count("minLength"),
    maxLen: count("maxLength"),
    len: (value) => ({ minLength: Number(value), maxLength: Number(value) }),
    // A character is at least one byte: not the whole rule, but nothing longer can pass.
    maxBytes: (value) => ({ maxLength: Number(value), "x-max-bytes": Number(value) }),
    pattern: to("pattern"),
    prefix: pattern((text) => `^${text}`),
    suffix: pattern((text) => `${text}$`),
    contains: pattern((text) => text),
    email: format("email"),
    hostname: format("hostname"),
    ipv4: format("ipv4"),
    ipv6: format("ipv6"),
    uri: format("uri"),
    uriRef: format("uri-reference"),
    uuid: format("uuid"),
  },
  bytes: { minLen: base64Length("minLength"), maxLen: base64Length("maxLength") },
  float: number,
  double: number,
  int32: number,
  uint32: number,
  sint32: number,
  fixed32: number,
  sfixed32: number,
  // On the wire these are strings, to which the keywords of numbers do not apply.
  int64: {},
  uint64: {},
  sint64: {},
  fixed64: {},
  sfixed64: {},
  bool: equality,
  // Which of its names an enum takes is decided where the names are known.
  enum: { definedOnly: nothing, const: nothing, in: nothing, notIn: nothing },
  repeated: {
    minItems: count("minItems"),
    maxItems: count("maxItems"),
    unique: to("uniqueItems"),
    items: nothing,
  },
  map: { minPairs: count("minProperties"), maxPairs: count("maxProperties"), keys: nothing, values: nothing },
  duration: {},
  timestamp: {},
  any: {},
  fieldMask: {},
};

function base64Length(keyword: string): Translate {
  return (bytes) => ({ [keyword]: Math.ceil(Number(bytes) / 3) * 4 });
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
