/** A value in an event: as it is, or only how long it is. */
export interface EventField {
  /** Such as userId, or status.text. */
  readonly path: string;
  readonly value: { readonly text: string } | { readonly withheld: number };
}

// Of whatever kind: a later version has more. Secrets are longer.
const ID = /^[a-z]{3}_[0-9A-Za-z]{27}$/;
const ENUM = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)+$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/;
const NUMBER = /^-?\d{1,20}$/;
const MOST = 200;

/**
 * What may be shown of an event to those who operate the program, who need not be those it concerns. Ids,
 * numbers, moments and names of enumerations tell what went wrong; every other text may be somebody's words
 * or a secret, today or in a later version, so only its length is told.
 */
export function fieldsOf(payload: unknown): readonly EventField[] {
  return [...fieldsAt("", payload)].slice(0, MOST);
}

function* fieldsAt(path: string, value: unknown): Generator<EventField> {
  if (typeof value === "object" && value !== null) {
    for (const [key, inner] of Object.entries(value))
      yield* fieldsAt(path === "" ? key : `${path}.${key}`, inner);
  } else if (typeof value === "string" && !isPlain(value)) {
    yield { path, value: { withheld: value.length } };
  } else {
    yield { path, value: { text: String(value) } };
  }
}

function isPlain(text: string): boolean {
  return [ID, ENUM, MOMENT, NUMBER].some((form) => form.test(text));
}
