/** Secrets cannot be encrypted or read. Says what to do about it, and holds nothing that is secret. */
export class SecretsError extends Error {}

/** The engine that holds the keys does not answer; trying again may help. */
export class SecretsAwayError extends SecretsError {
  /** As a connection that timed out, so that callers are told to try again. */
  readonly code = "ETIMEDOUT";
}
