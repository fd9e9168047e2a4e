import type { LogEvent } from "kysely";
import { recordSpan } from "../telemetry/tracing.ts";

/** A span for each statement, without its values: what it waited and what it took. */
export function recordStatement({ query, queryDurationMillis }: LogEvent): void {
  const text = query.sql.trim();
  const [verb = ""] = text.split(/\s/, 1);
  recordSpan(
    `postgresql ${verb}`,
    { kind: "CLIENT", attributes: { "db.system.name": "postgresql", "db.query.text": text } },
    queryDurationMillis,
  );
}
