import {
  Code,
  ConnectError,
  type ContextKey,
  type ContextValues,
  createContextKey,
  type HandlerContext,
} from "@connectrpc/connect";
import { codeToString } from "@connectrpc/connect/protocol-connect";
import { type AnswerError, isAnswer } from "./errors.ts";

/** The message was received and parsed: what fails from here on is not its form. */
export const entered: ContextKey<boolean> = createContextKey(false, { description: "entered" });

const failure: ContextKey<Code | undefined> = createContextKey<Code | undefined>(undefined, {
  description: "failure",
});

/** How the call ended: a Connect code in lower case, or "ok". */
export function outcomeOf(values: ContextValues): string {
  const code = values.get(failure);
  return code === undefined ? "ok" : codeToString(code);
}

export function recordFailure(values: ContextValues, error: unknown): void {
  values.set(failure, error instanceof ConnectError ? error.code : Code.Internal);
}

/**
 * Learns how a call ends from its signal, because the library aborts it with the error before it
 * encodes the error, in all protocols and also where no interceptor was reached: the last chance to
 * set right what it says of a message that cannot be parsed.
 */
export function watchOutcome(context: HandlerContext, answerError: AnswerError): void {
  const { signal, values } = context;
  const settle = () => {
    const reason: unknown = signal.reason;
    // Without a reason: the call succeeded.
    if (reason instanceof DOMException) return;
    if (reason instanceof ConnectError && !values.get(entered) && !isAnswer(reason)) {
      blameCaller(reason);
      answerError(reason, context);
    }
    recordFailure(values, reason);
  };
  signal.addEventListener("abort", settle, { once: true });
}

/** The library calls a message that cannot be parsed `internal`, with a status of 500. */
export function blameCaller(error: unknown): void {
  if (error instanceof ConnectError && error.code === Code.Internal)
    Object.assign(error, { code: Code.InvalidArgument });
}
