import {
  type DescEnum,
  type DescField,
  type DescMessage,
  type JsonObject,
  type JsonValue,
  ScalarType,
} from "@bufbuild/protobuf";
import { both, type JsonSchema, referTo } from "./json-schema.ts";
import { isObject, keywordsFor, rulesOf } from "./rules.ts";
import { wellKnownSchemas } from "./well-known.ts";

/** The value of a field in the JSON mapping of Protobuf, with its rules. */
export function fieldSchema(field: DescField): JsonSchema {
  const rules = rulesOf(field);
  if (field.fieldKind === "list") {
    const items = valueSchema(field, nested(rules, "repeated", "items"));
    return both({ type: "array", items }, keywordsFor(rules));
  }
  if (field.fieldKind === "map") {
    const keys = keywordsFor(nested(rules, "map", "keys"));
    const names = Object.keys(keys).length === 0 ? {} : { propertyNames: keys };
    const values = valueSchema(field, nested(rules, "map", "values"));
    return both({ type: "object", additionalProperties: values, ...names }, keywordsFor(rules));
  }
  return valueSchema(field, rules);
}

/** What a field, an item of a list and a value of a map have in common. */
interface Value {
  readonly scalar?: ScalarType | undefined;
  readonly enum?: DescEnum | undefined;
  readonly message?: DescMessage | undefined;
}

function valueSchema(value: Value, rules: JsonObject): JsonSchema {
  if (value.enum) return both(enumSchema(value.enum, rules), keywordsFor(rules));
  const schema = value.message
    ? (wellKnownSchemas[value.message.typeName] ?? referTo(value.message))
    : scalarSchemas[value.scalar ?? ScalarType.STRING];
  return both(schema, keywordsFor(rules));
}

function enumSchema(type: DescEnum, rules: JsonObject): JsonSchema {
  const allowed = type.values.filter(({ number }) => allows(rules["enum"], number)).map((it) => it.name);
  return allowed.length === type.values.length ? referTo(type) : { ...referTo(type), enum: allowed };
}

function allows(rules: JsonValue | undefined, number: number): boolean {
  if (!isObject(rules)) return true;
  const { const: only, in: among, notIn } = rules;
  if (only !== undefined) return only === number;
  if (Array.isArray(among)) return among.includes(number);
  return !(Array.isArray(notIn) && notIn.includes(number));
}

function nested(rules: JsonObject, type: string, part: string): JsonObject {
  const ofType = rules[type];
  const ofPart = isObject(ofType) ? ofType[part] : undefined;
  return isObject(ofPart) ? ofPart : {};
}

const signed = { type: "string", format: "int64", pattern: "^-?[0-9]+$" };
const unsigned = { type: "string", format: "uint64", pattern: "^[0-9]+$" };
const int32 = { type: "integer", format: "int32" };
const uint32 = { type: "integer", format: "uint32", minimum: 0 };

const scalarSchemas: Readonly<Record<ScalarType, JsonSchema>> = {
  [ScalarType.STRING]: { type: "string" },
  [ScalarType.BYTES]: { type: "string", contentEncoding: "base64" },
  [ScalarType.BOOL]: { type: "boolean" },
  [ScalarType.FLOAT]: { type: "number", format: "float" },
  [ScalarType.DOUBLE]: { type: "number", format: "double" },
  [ScalarType.INT32]: int32,
  [ScalarType.SINT32]: int32,
  [ScalarType.SFIXED32]: int32,
  [ScalarType.UINT32]: uint32,
  [ScalarType.FIXED32]: uint32,
  [ScalarType.INT64]: signed,
  [ScalarType.SINT64]: signed,
  [ScalarType.SFIXED64]: signed,
  [ScalarType.UINT64]: unsigned,
  [ScalarType.FIXED64]: unsigned,
};
