interface ErrorDescription {
  readonly type: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string | number;
  readonly reason?: string;
  readonly cause?: ErrorDescription;
}

const DEPTH = 5;

/**
 * What the log says of an error: named fields only. Drivers attach the data that they failed on to
 * their errors (PostgreSQL the whole row), and that belongs in no log.
 */
export function describeError(error: unknown): ErrorDescription {
  return describe(error, DEPTH);
}

function describe(error: unknown, depth: number): ErrorDescription {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  return {
    type: error.name,
    message: error.message,
    ...(error.stack !== undefined && { stack: error.stack }),
    ...("code" in error && isCode(error.code) && { code: error.code }),
    ...("reason" in error && typeof error.reason === "string" && { reason: error.reason }),
    ...(error.cause !== undefined && depth > 1 && { cause: describe(error.cause, depth - 1) }),
  };
}

function isCode(code: unknown): code is string | number {
  return typeof code === "string" || typeof code === "number";
}
