/**
 * Why something expected did not happen. One total table (platform/rpc/errors.ts) maps kinds to
 * Connect codes.
 *
 * - `invalid`: the input breaks a rule, whoever sends it
 * - `unauthenticated`: nobody is signed in, or the credentials are wrong
 * - `denied`: signed in, but not permitted
 * - `not_found`: it does not exist, or the caller may not know that it does
 * - `conflict`: it exists already, or somebody else was faster
 * - `precondition`: the state does not allow it now
 * - `exhausted`: a limit or rate is used up
 * - `unavailable`: an engine does not answer; trying again may help
 */
export type ErrorKind =
  | "invalid"
  | "unauthenticated"
  | "denied"
  | "not_found"
  | "conflict"
  | "precondition"
  | "exhausted"
  | "unavailable";

export type ErrorDetails = Readonly<Record<string, string | number | boolean>>;

/** An expected refusal: typed, with a stable reason that clients may rely on, never a stack trace. */
export class DomainError extends Error {
  readonly kind: ErrorKind;
  /** Stable and upper case, such as CHANNEL_NOT_FOUND. */
  readonly reason: string;
  readonly details: ErrorDetails;

  constructor(kind: ErrorKind, reason: string, message: string, details: ErrorDetails = {}) {
    super(message);
    this.name = "DomainError";
    this.kind = kind;
    this.reason = reason;
    this.details = details;
  }
}

/**
 * The refusals of one context, as a table of reason to kind and sentence.
 *
 *     const refuse = refusals({ CHANNEL_ARCHIVED: ["precondition", "The channel is archived."] });
 *     throw refuse("CHANNEL_ARCHIVED");
 */
export function refusals<const T extends Record<string, readonly [ErrorKind, string]>>(table: T) {
  return (reason: keyof T & string, details?: ErrorDetails): DomainError => {
    const [kind, message] = table[reason] as readonly [ErrorKind, string];
    return new DomainError(kind, reason, message, details);
  };
}

/** For the end of a switch over a union: a new member that is not handled does not compile. */
export function unreachable(value: never): never {
  throw new Error(`unexpected ${JSON.stringify(value)}`);
}
