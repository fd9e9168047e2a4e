import type { ConnectError } from "@connectrpc/connect";
import { type PlainTextKey, t } from "../text/text.ts";
import { violationsOf } from "./violations.ts";

export { textOfReason } from "../text/reasons.ts";

const rules: Readonly<Record<string, PlainTextKey>> = {
  "string.min_len": "field.tooShort",
  "string.max_len": "field.tooLong",
  "string.max_bytes": "field.tooLong",
  "string.email": "field.email",
  "bytes.max_len": "field.tooLong",
};

/** What is wrong with which field of the request, by its path. */
export function fieldsOf(error: ConnectError): Readonly<Record<string, string>> {
  return Object.fromEntries(
    violationsOf(error).map(({ field, rule }) => [field, t(rules[rule] ?? "field.invalid")]),
  );
}
