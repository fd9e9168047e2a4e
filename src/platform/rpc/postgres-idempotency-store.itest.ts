import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createMigratedDatabase } from "../../app/testing/database.ts";
import { type Database, openDatabase } from "../postgres/database.ts";
import type { TestDatabase } from "../postgres/testing/database.ts";
import { onServer } from "../postgres/testing/run-databases.ts";
import { forgetCalls } from "./forget-calls.ts";
import { createPostgresIdempotencyStore, nameAnswers } from "./postgres-idempotency-store.ts";
import { describeIdempotencyStore, first } from "./testing/idempotency-contract.ts";

let created: TestDatabase;
let database: Database<unknown>;
const log = { warn: () => {} };

beforeAll(async () => {
  created = await createMigratedDatabase();
  database = openDatabase({ url: created.url, role: "chatter_calls", onError: () => {} });
});
afterAll(async () => {
  await database.close();
  await created.drop();
});

const openStore = (leaseMs?: number) =>
  createPostgresIdempotencyStore({ database, log, ...(leaseMs !== undefined && { leaseMs }) });

describeIdempotencyStore("in PostgreSQL", () => openStore());

describe("several servers with one PostgreSQL", () => {
  const answer = { message: Buffer.from("a secret answer"), headers: [] };

  it("remember each other's answers, and wait for each other", async () => {
    const [one, two] = [openStore(), openStore()];
    const claim = first(await one.claim("shared", "request"));
    const waiting = two.claim("shared", "request");
    await claim.keep(answer);
    expect((await waiting).kind).toBe("repeated");
  });

  it("keep nothing of an answer that could be read without the request", async () => {
    await first(await openStore().claim("secret", "request")).keep(answer);
    const { rows } = await sql<{ answer: Buffer; request: string }>`
      select answer, request from calls.answers where key = 'secret'`.execute(database.sql);
    // Here, not in SQL: a text of PostgreSQL holds no zero byte, and what is encrypted may.
    expect(rows).toHaveLength(1);
    const text = rows.map((row) => row.answer.toString("latin1") + row.request).join();
    expect(text).not.toContain("secret answer");
    expect(text).not.toContain(Buffer.from("a secret answer").toString("base64"));
  });

  it("take over from one that died, and not from one that works on", async () => {
    const [works, other] = [openStore(100), openStore(100)];
    const claim = first(await works.claim("long", "request"));
    await sql`insert into calls.answers (key, request, lease, leased_until)
      select 'dead', request, gen_random_uuid(), now() + interval '0.3 s' from calls.answers where key = 'long'`.execute(
      database.sql,
    );
    const waiting = other.claim("long", "request");
    // By the time the dead one's lease has ended, the living one's would have ended three times.
    await first(await other.claim("dead", "request")).keep(answer);
    await claim.keep(answer);
    expect((await waiting).kind).toBe("repeated");
  });

  it("forget answers after a day", async () => {
    await first(await openStore().claim("old", "request")).keep(answer);
    await sql`update calls.answers set created_at = now() - interval '25 h' where key = 'old'`.execute(
      database.sql,
    );
    await forgetCalls(database);
    expect((await openStore().claim("old", "request")).kind).toBe("first");
  });

  it("have another name for answers that were restored", async () => {
    const before = await nameAnswers(database);
    expect(await nameAnswers(database)).toBe(before);
    await onServer(created.url, async (client) => {
      await client.query("create table calls.restored (like calls.answers including all)");
      await client.query("drop table calls.answers; alter table calls.restored rename to answers");
    });
    expect(await nameAnswers(database)).not.toBe(before);
  });
});
