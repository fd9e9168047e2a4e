/** A JSON Schema (draft 2020-12, as in OpenAPI 3.1), or another part of an OpenAPI document: keywords by name. */
export interface JsonSchema {
  readonly [keyword: string]: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
}

export function referTo(component: { readonly typeName: string }): JsonSchema {
  return { $ref: `#/components/schemas/${component.typeName}` };
}

/** Both schemas hold: a keyword that only one of them has is kept as it is, one that both have is not lost. */
export function both(one: JsonSchema, other: JsonSchema): JsonSchema {
  const clashes = Object.keys(other).filter((keyword) => keyword in one && one[keyword] !== other[keyword]);
  if (clashes.length === 0) return { ...one, ...other };
  const { allOf, ...rest } = one;
  const clashing = Object.fromEntries(clashes.map((keyword) => [keyword, other[keyword]]));
  const others = Object.fromEntries(Object.entries(other).filter(([keyword]) => !clashes.includes(keyword)));
  return { ...rest, ...others, allOf: [...(Array.isArray(allOf) ? allOf : []), clashing] };
}
