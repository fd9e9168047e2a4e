import { EngineRefused } from "../../kernel/engine-refused.ts";
import { isUntrusted, UNTRUSTED } from "../tls/untrusted.ts";

/** By SQLSTATE. */
const STATES: Readonly<Record<string, string>> = {
  "28000": "PostgreSQL does not let that user in from here; correct the user, or the server's pg_hba.conf",
  "28P01": "PostgreSQL does not accept that user and password; correct them",
  "3D000": "PostgreSQL has no such database; create it, owned by the user that is named there",
  "42501": "that user lacks rights; it must own the database and its schemas, and be able to create roles",
  "53300": "PostgreSQL has no connection left; raise its max_connections",
  "57P03": "PostgreSQL is starting or stopping; try again in a moment",
  "08P01":
    "what answers there does not take the settings of a connection; connect directly, not through a pooler",
};

/** What keeps the program from using its database, in one line that names the variable. */
export function refusalOf(variable: string, error: unknown): EngineRefused {
  if (error instanceof EngineRefused) return error;
  return new EngineRefused(variable, sentenceFor(error), { cause: error });
}

function sentenceFor(error: unknown): string {
  const code = codeOf(error);
  const known = code === undefined ? undefined : STATES[code];
  if (known !== undefined) return known;
  if (isUntrusted(error)) return UNTRUSTED;
  const message = error instanceof Error ? error.message : "";
  if (message.startsWith("SASL")) return "PostgreSQL asks for a password; put it into the address";
  if (message.includes("SSL")) return "the server does not speak TLS; take sslmode out of the address";
  return `no PostgreSQL answers there (${code ?? "it says nothing that is understood"}); correct host and port`;
}

function codeOf(error: unknown): string | undefined {
  // A name with several addresses fails with one error for each.
  const [one] = error instanceof AggregateError ? error.errors : [error];
  const code: unknown = one instanceof Error && "code" in one ? one.code : undefined;
  return typeof code === "string" ? code : undefined;
}
