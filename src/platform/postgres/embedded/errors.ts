export type EmbeddedPostgresErrorCode =
  | "unsupported-platform"
  | "binaries-missing"
  | "binaries-unusable"
  | "no-system-user"
  | "folder-not-writable"
  | "folder-in-use"
  | "folder-of-other-user"
  | "folder-of-other-version"
  | "init-failed"
  | "start-failed";

/** A start that cannot succeed as things are. The message says what is wrong and what the operator can do. */
export class EmbeddedPostgresError extends Error {
  readonly code: EmbeddedPostgresErrorCode;

  constructor(code: EmbeddedPostgresErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "EmbeddedPostgresError";
    this.code = code;
  }
}

export const useOwnServer = "Or set DATABASE_URL to use a PostgreSQL server (15 or later) of your own.";

/** What to quote of a failure's cause. */
export function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

/** The code of a failed system call, such as ENOENT; undefined for every other failure. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
