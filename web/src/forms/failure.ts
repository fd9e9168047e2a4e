import { ConnectError } from "@connectrpc/connect";
import { describeError, reasonOf } from "../data/errors.ts";
import { en } from "../text/en.ts";
import { type PlainTextKey, t } from "../text/text.ts";
import { violationsOf } from "./violations.ts";

/** Why something was not done, for the person who wanted it. */
export interface Failure {
  /** Stable, such as EMAIL_TAKEN; undefined where the server gave none. */
  readonly reason: string | undefined;
  readonly text: string;
  /** What is wrong with which field, by its name in the request. */
  readonly fields: Readonly<Record<string, string>>;
}

const rules: Readonly<Record<string, PlainTextKey>> = {
  "string.min_len": "field.tooShort",
  "string.max_len": "field.tooLong",
  "string.email": "field.email",
};

/** Turns what a call failed with into what a person reads, in the language of the client where it can. */
export function failureOf(error: unknown): Failure {
  const reason = reasonOf(error);
  const violations = error instanceof ConnectError ? violationsOf(error) : [];
  const fields = violations.map(({ field, rule }) => [field, t(rules[rule] ?? "field.invalid")]);
  return {
    reason,
    text: violations.length > 0 ? t("error.invalid") : textOf(error, reason),
    fields: Object.fromEntries(fields),
  };
}

/** The sentence for what a call failed with. */
export function failureText(error: unknown): string {
  return failureOf(error).text;
}

function textOf(error: unknown, reason: string | undefined): string {
  const key = `error.${reason}`;
  return isPlain(key) ? t(key) : describeError(error);
}

function isPlain(key: string): key is PlainTextKey {
  return Object.hasOwn(en, key);
}
