import { type ExpressionBuilder, type Kysely, type Nullable, type Selectable, sql as text } from "kysely";
import type { AuthReads } from "../application/store.ts";
import type { ApiCall, ApiCallsWanted, NewApiCall } from "../domain/api-call.ts";
import type { ApiCallRow, AuthSchema } from "./schema.ts";

export function readApiCalls(sql: Kysely<AuthSchema>): Pick<AuthReads, "listApiCalls"> {
  return {
    async listApiCalls(wanted, before, limit) {
      let rows = sql
        .selectFrom("auth.api_calls")
        .leftJoin("auth.api_keys", "auth.api_keys.id", "auth.api_calls.api_key_id")
        .selectAll("auth.api_calls")
        .select("auth.api_keys.name as key_name")
        .where(isWanted(wanted));
      if (before !== undefined) {
        rows = rows.where(text<boolean>`(at, auth.api_calls.id) < (${before.at}, ${before.id})`);
      }
      const found = await rows
        .orderBy("at", "desc")
        .orderBy("auth.api_calls.id", "desc")
        .limit(limit)
        .execute();
      return found.map(toApiCall);
    },
  };
}

/** Those of somebody who was deleted meanwhile are left out. */
export async function addApiCalls(sql: Kysely<AuthSchema>, calls: readonly NewApiCall[]): Promise<void> {
  const column = <T>(of: (call: NewApiCall) => T): readonly T[] => calls.map(of);
  const [services, methods] = [0, 1].map((part) => column(({ method }) => method.split("/")[part] ?? ""));
  await text`
    insert into auth.api_calls
      (api_key_id, user_id, service, method, code, duration_ms, request_id, address, at)
    select called.* from unnest(
      ${column(({ apiKeyId }) => apiKeyId)}::text[], ${column(({ userId }) => userId)}::text[],
      ${services}::text[], ${methods}::text[], ${column(({ code }) => code)}::text[],
      ${column(({ durationMs }) => durationMs)}::real[], ${column(({ requestId }) => requestId)}::text[],
      ${column(({ address }) => address)}::text[], ${column(({ at }) => at)}::timestamptz[]
    ) as called (api_key_id, user_id, service, method, code, duration_ms, request_id, address, at)
    where exists (select from auth.accounts where accounts.user_id = called.user_id)`.execute(sql);
}

const AT_ONCE = 10_000;

/** In pieces, so that none holds others up. */
export async function forgetApiCalls(sql: Kysely<AuthSchema>, before: Date): Promise<void> {
  const oldest = sql
    .selectFrom("auth.api_calls")
    .select("id")
    .where("at", "<=", before)
    .orderBy("at")
    .limit(AT_ONCE);
  let deleted = AT_ONCE;
  while (deleted === AT_ONCE) {
    const { numDeletedRows } = await sql
      .deleteFrom("auth.api_calls")
      .where("id", "in", oldest)
      .executeTakeFirstOrThrow();
    deleted = Number(numDeletedRows);
  }
}

type Joining = Pick<AuthSchema, "auth.api_calls"> & {
  "auth.api_keys": Nullable<AuthSchema["auth.api_keys"]>;
};
type Joined = Selectable<ApiCallRow> & { readonly key_name: string | null };

function isWanted(wanted: ApiCallsWanted) {
  const { apiKeyId, userId, method, onlyFailures, from, until } = wanted;
  const [service, name] = method?.includes("/") ? method.split("/") : [undefined, method];
  return (where: ExpressionBuilder<Joining, keyof Joining>) =>
    where.and([
      ...(apiKeyId === undefined ? [] : [where("api_key_id", "=", apiKeyId)]),
      ...(userId === undefined ? [] : [where("auth.api_calls.user_id", "=", userId)]),
      ...(service === undefined ? [] : [where("service", "=", service)]),
      ...(name === undefined ? [] : [where("method", "=", name)]),
      ...(onlyFailures ? [where("code", "<>", "ok")] : []),
      ...(from === undefined ? [] : [where("at", ">=", from)]),
      ...(until === undefined ? [] : [where("at", "<", until)]),
    ]);
}

function toApiCall(row: Joined): ApiCall {
  return {
    id: row.id,
    apiKeyId: row.api_key_id,
    keyName: row.key_name ?? undefined,
    userId: row.user_id,
    method: `${row.service}/${row.method}`,
    code: row.code,
    durationMs: row.duration_ms,
    requestId: row.request_id,
    address: row.address,
    at: row.at,
  };
}
