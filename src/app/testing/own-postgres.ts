import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@connectrpc/connect";
import type pg from "pg";
import { afterEach, describe, expect, inject, it, vi } from "vitest";
import { AuthService } from "../../../gen/chatter/auth/v1/auth_pb.js";
import { ChannelService } from "../../../gen/chatter/channel/v1/channel_pb.js";
import { MessageService } from "../../../gen/chatter/message/v1/message_pb.js";
import { parseId } from "../../kernel/ids.ts";
import { prepareDatabase } from "../../platform/postgres/admission.ts";
import { nameInstallation } from "../../platform/postgres/installation.ts";
import { migrate, migrateDown, rolesOf } from "../../platform/postgres/migrate.ts";
import { dropDatabase, onServer } from "../../platform/postgres/testing/run-databases.ts";
import type { Config } from "../config.ts";
import { inProcess } from "../in-process.ts";
import { openProgram } from "../program.ts";
import { schemas } from "../schemas.ts";
import { testConfig } from "./served-program.ts";

const SECRET = "hunter2";
const undo: (() => Promise<unknown>)[] = [];

const on = (url: string, statement: string): Promise<unknown> =>
  onServer(url, (client) => client.query(statement));
const asSuperuser = (statement: string): Promise<unknown> => on(inject("postgresUrl"), statement);

/** What an operator creates: a user with the given rights, and a database of its own. */
async function createOwn({
  server = inject("postgresUrl"),
  rights = "createrole",
  options = "encoding utf8 template template0",
} = {}) {
  const name = `${inject("postgresPrefix")}${randomUUID().slice(0, 8)}`;
  await on(server, `create role ${name} login password '${SECRET}' ${rights}`);
  undo.push(() => on(server, `drop owned by ${name}; drop role ${name}`));
  await on(server, `create database ${name} owner ${name} ${options}`);
  undo.push(() => onServer(server, (client) => dropDatabase(client, name)));
  const url = Object.assign(new URL(server), { pathname: `/${name}`, username: name, password: SECRET }).href;
  return { name, url };
}

function urlOf(parts: Partial<Pick<URL, "pathname" | "username" | "password" | "host">>): string {
  return Object.assign(new URL(inject("postgresUrl")), parts).href;
}

/** What a superuser may have to hand over where another installation has made the roles. */
async function lend(name: string): Promise<void> {
  await rolesAreThere();
  await asSuperuser(`grant ${rolesOf(schemas).join(", ")} to ${name}`);
  undo.push(() => asSuperuser(`revoke ${rolesOf(schemas).join(", ")} from ${name}`));
}

/** As after an installation of another user on the same server. */
async function rolesAreThere(): Promise<void> {
  const { name } = await createOwn({ rights: "superuser" });
  await prepare(urlOf({ pathname: `/${name}` }));
}

const prepare = (url: string) => prepareDatabase({ url, variable: "DATABASE_URL", schemas });

/** The sentence of a refusal, which is one line without the secret. */
async function refusal(url: string): Promise<string> {
  const error: unknown = await prepare(url).then(
    () => "taken",
    (reason: unknown) => reason,
  );
  expect(String(error)).toMatch(/^EngineRefused: DATABASE_URL: [^\n]+; [^\n]+$/);
  expect(String(error)).not.toContain(SECRET);
  return String(error).replace("EngineRefused: DATABASE_URL: ", "");
}

interface FreshServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** A PostgreSQL of one's own, of the version that the run has; a fresh one is without the program's roles. */
export function describeOwnPostgres(startFresh: () => Promise<FreshServer>): void {
  afterEach(async () => {
    for (const step of undo.splice(0).toReversed()) await step();
  });
  describeUser(startFresh);
  describeRefusedServers();
  describeRefusedContents();
}

function describeUser(startFresh: () => Promise<FreshServer>): void {
  describe("a user who owns the database and is no superuser", () => {
    it("is enough for all that people do, and for taking the schemas down and up", async () => {
      const server = await startFresh();
      undo.push(() => server.stop());
      const { url } = await createOwn({ server: server.url });
      const dataDir = await mkdtemp(join(tmpdir(), "chatter-own-"));
      undo.push(() => rm(dataDir, { recursive: true }));
      expect(await talk(testConfig({ dataDir, databaseUrl: url, logLevel: "silent" }))).toEqual([
        "first",
        "second",
      ]);
      expect(await nameInstallation(url)).toMatch(/^[0-9a-f]{12}$/);
      for (const entry of schemas.toReversed()) await migrateDown(url, entry);
      await migrate(url, schemas);
    });

    it("that may not use the roles of another installation is told what to grant", async () => {
      await rolesAreThere();
      const { name, url } = await createOwn({ rights: "nocreaterole" });
      expect(await refusal(url)).toMatch(
        new RegExp(`may not act as roles of another installation; .*grant chatter_context, .* to ${name}$`),
      );
    });
  });
}

/** Registers somebody, who writes; answers what is read. */
async function talk(settings: Config): Promise<string[]> {
  const program = await openProgram(settings);
  try {
    await program.work();
    const { account } = await createClient(AuthService, inProcess(program.contexts)).register({
      email: "owner@example.org",
      password: "a long enough password",
      name: "Owner",
      orgName: "Example",
    });
    const actor = {
      userId: parseId("usr", account?.userId ?? ""),
      orgId: parseId("org", account?.orgId ?? ""),
      scope: "full" as const,
    };
    const transport = inProcess(program.contexts, actor);
    const { channels } = await createClient(ChannelService, transport).listMyChannels({});
    const channelId = channels[0]?.channel?.id ?? "";
    const messages = createClient(MessageService, transport);
    for (const text of ["first", "second"]) await messages.sendMessage({ channelId, clientId: text, text });
    return (await messages.listMessages({ channelId })).messages.map(({ text }) => text);
  } finally {
    await program.stop();
  }
}

function describeRefusedServers(): void {
  describe("a server that cannot be used is refused in one line without the secret:", () => {
    const somebody = { username: "nobody", password: SECRET };

    it("nothing there", async () => {
      const dead = `postgres://nobody:${SECRET}@127.0.0.1:1/chatter`;
      expect(await refusal(dead)).toBe("no PostgreSQL answers there (ECONNREFUSED); correct host and port");
      expect(await refusal(dead.replace("127.0.0.1", "nowhere.invalid"))).toMatch(/^no PostgreSQL answers/);
    });

    it("something else there", async () => {
      const server: Server = createServer().listen(0, "127.0.0.1");
      await new Promise((resolve) => server.once("listening", resolve));
      undo.push(() => new Promise((resolve) => server.close(resolve)));
      const { port } = server.address() as AddressInfo;
      expect(await refusal(`postgres://nobody:${SECRET}@127.0.0.1:${port}/chatter`)).toMatch(
        /^no PostgreSQL answers there/,
      );
    });

    it("no such user", async () => {
      expect(await refusal(urlOf(somebody))).toMatch(/^PostgreSQL does not (let that user in|accept)/);
    });

    it("a wrong password", async () => {
      const { name, url } = await createOwn();
      await askForPassword(name, url.replace(SECRET, "swordfish"));
      expect(await refusal(url.replace(SECRET, "swordfish"))).toMatch(/^PostgreSQL does not accept/);
      expect(await refusal(url.replace(`:${SECRET}`, ""))).toMatch(/^PostgreSQL asks for a password/);
    });

    it("no such database", async () => {
      expect(await refusal(urlOf({ pathname: "/nowhere" }))).toMatch(/^PostgreSQL has no such database/);
    });
  });
}

/** Lets the user in by password only, until the test is over; resolves when the wrong one is refused. */
async function askForPassword(name: string, wrong: string): Promise<void> {
  const rule = (kind: string) => `${kind} all ${name} ${kind === "host" ? "127.0.0.1/32 " : ""}scram-sha-256`;
  await onServer(inject("postgresUrl"), async (client) => {
    const { rows } = await client.query<{ file: string; text: string }>(
      "select current_setting('hba_file') as file, pg_read_file(current_setting('hba_file')) as text",
    );
    const { file, text } = rows[0] ?? { file: "", text: "" };
    const write = async (superuser: pg.Client, content: string) => {
      const rules = content.split("\n").filter((line) => /^[a-z]/.test(line));
      const lines = rules.map((line) => `(${superuser.escapeLiteral(line)})`);
      await superuser.query(
        `copy (values ${lines.join(", ")}) to ${superuser.escapeLiteral(file)} (format csv, delimiter e'\\x01', quote e'\\x02')`,
      );
      await superuser.query("select pg_reload_conf()");
    };
    await write(client, `${rule("local")}\n${rule("host")}\n${text}`);
    undo.push(() => onServer(inject("postgresUrl"), (again) => write(again, text)));
  });
  await vi.waitFor(() => expect(on(wrong, "select")).rejects.toMatchObject({ code: "28P01" }), 10_000);
}

function describeRefusedContents(): void {
  describe("a database that cannot be used is refused in one line without the secret:", () => {
    it("one of another user", async () => {
      const { url } = await createOwn();
      const other = await createOwn();
      expect(await refusal(url.replace(/[^/]*$/, other.name))).toMatch(
        /may not create schemas; make it the owner/,
      );
    });

    it("one that is not in UTF-8", async () => {
      const { url } = await createOwn({ options: "encoding 'SQL_ASCII' locale 'C' template template0" });
      expect(await refusal(url)).toMatch(/^that database is in SQL_ASCII; /);
    });

    it("one of another program", async () => {
      const { name, url } = await createOwn();
      await lend(name);
      await on(url, "create schema auth; create table auth.users ()");
      expect(await refusal(url)).toMatch(/^the schema auth in that database is another program's; /);
    });

    it("one that is newer than the program", async () => {
      const { name, url } = await createOwn();
      await lend(name);
      await prepare(url);
      await on(url, "insert into message.migrations values ('9999-tomorrow', now()::text)");
      expect(await refusal(url)).toMatch(
        /^the schema message .* has 9999-tomorrow\); run the version that made it/,
      );
    });

    it("one that does not fit", async () => {
      const { name, url } = await createOwn();
      await lend(name);
      await prepare(url);
      await on(url, "delete from message.migrations");
      expect(await refusal(url)).toMatch(
        /^the schema message cannot be brought to this version \(.* exists\); /,
      );
    });
  });
}
