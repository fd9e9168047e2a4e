// Classes and codes of PostgreSQL: connection lost, out of connections, shutting down, starting, cancelled.
const SQL_STATES = /^(08...|53[23]00|57P0[1-5]|57014)$/;
const SYSTEM_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ENOENT",
]);
// What the driver throws without any code.
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client (has encountered|was closed)|Query read timeout)/;

/** An engine did not answer (the database restarts, the network is gone): trying again may help. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  if (typeof code === "string" && isConnectionCode(code, error)) return true;
  return MESSAGES.test(error.message);
}

function isConnectionCode(code: string, error: Error): boolean {
  // A missing file is our mistake, a missing socket is a server that is not there.
  if (code === "ENOENT") return "syscall" in error && error.syscall === "connect";
  return SYSTEM_CODES.has(code) || SQL_STATES.test(code);
}
