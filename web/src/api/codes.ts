import { Code } from "@connectrpc/connect";

/** A code as the server names it where the code says it all, such as NOT_FOUND. */
export function nameOfCode(code: Code): string {
  return Code[code].replace(/\B[A-Z]/g, "_$&").toUpperCase();
}

/** The code that the Connect protocol writes so, such as `not_found`. */
export function codeOnWire(name: string): Code | undefined {
  const codes = Object.values(Code).filter((code) => typeof code === "number");
  return codes.find((code) => nameOfCode(code).toLowerCase() === name);
}

/** What an answer says that is not from our server, but from something in between. */
export function codeOfStatus(status: number): Code {
  if (status === 429 || (status >= 502 && status <= 504)) return Code.Unavailable;
  return byStatus[status] ?? Code.Unknown;
}

const byStatus: Readonly<Record<number, Code>> = {
  400: Code.Internal,
  401: Code.Unauthenticated,
  403: Code.PermissionDenied,
  404: Code.Unimplemented,
};
