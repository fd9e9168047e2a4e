import { Code, ConnectError } from "@connectrpc/connect";
import { ErrorDetailSchema } from "../../../gen/chatter/options/v1/error_pb.js";
import { type PlainTextKey, t } from "../text/text.ts";
import { nameOfCode } from "./codes.ts";

/** Why something was not done, for the person who wanted it. */
export interface Failure {
  /** Stable, such as NAME_TAKEN; empty where the server gave none. */
  readonly reason: string;
  readonly text: string;
  /** The same may work later, without any change. */
  readonly isPassing: boolean;
  /** What is wrong with which field, by its path in the request, such as `newPassword`. */
  readonly fields: Readonly<Record<string, string>>;
}

const texts: Partial<Record<Code, PlainTextKey>> = {
  [Code.Unavailable]: "error.unavailable",
  [Code.ResourceExhausted]: "error.exhausted",
  [Code.PermissionDenied]: "error.denied",
  [Code.NotFound]: "error.notFound",
  [Code.InvalidArgument]: "error.invalid",
  [Code.Unauthenticated]: "error.unauthenticated",
};

const passing: ReadonlySet<Code> = new Set([
  Code.Unavailable,
  Code.ResourceExhausted,
  Code.DeadlineExceeded,
  Code.Aborted,
]);

let words: Pick<typeof import("./refusal-words.ts"), "textOfReason" | "fieldsOf"> = {
  textOfReason: () => undefined,
  fieldsOf: () => ({}),
};

/**
 * Fetches the texts for reasons, which the first load has not. Until they are here, and where they cannot come,
 * the server's own sentence is read.
 */
export async function fetchReasons(): Promise<void> {
  words = await import("./refusal-words.ts");
}

/** The one place that turns what a call failed with into what a person reads. */
export function failureOf(error: unknown): Failure {
  if (!(error instanceof ConnectError)) return refusal("", t("error.unexpected"));
  const reason = reasonOf(error);
  return {
    reason,
    text: textOf(reason, error.code, error.rawMessage),
    isPassing: passing.has(error.code),
    fields: words.fieldsOf(error),
  };
}

/** The stable name of an error, if the server gave one. */
export function reasonOf(error: ConnectError): string {
  return error.findDetails(ErrorDetailSchema)[0]?.reason ?? "";
}

/** A failure that is known without asking the server. */
export function refusal(reason: string, text: string, isPassing = false): Failure {
  return { reason, text, isPassing, fields: {} };
}

/** What a person reads of a failure now, in words that may have come since. */
export function wordsOf({ reason, text }: Failure): string {
  return words.textOfReason(reason) ?? text;
}

/** The text for an error by its name, else by its code; a newer server's own sentence before a general one. */
export function textOf(reason: string, code: Code, sentence: string): string {
  const text = words.textOfReason(reason);
  if (text !== undefined) return text;
  const general = texts[code];
  if (general !== undefined && (reason === "" || reason === nameOfCode(code))) return t(general);
  return reason === "" || code === Code.Internal ? t("error.unexpected") : sentence;
}
