import { fileURLToPath } from "node:url";
import { vi } from "vitest";
import { systemClock } from "../../../kernel/clock.ts";
import { type ChannelId, createIds, type OrgId, type UserId } from "../../../kernel/ids.ts";
import { type Database, openDatabase } from "../../postgres/database.ts";
import { migrate, roleOf, type SchemaMigrations } from "../../postgres/migrate.ts";
import { createTestDatabase } from "../../postgres/testing/database.ts";
import { createStreams, type Streams } from "../../stream/streams.ts";
import { createMetrics } from "../../telemetry/metrics.ts";
import type { Authorizer, Relationship, Relationships } from "../authorizer.ts";
import { type AuthorizerOptions, createAuthorizer } from "../create-authorizer.ts";
import type { Oversight } from "../oversight.ts";
import { Mirror, type MirrorOptions } from "../spicedb/mirror.ts";
import type { SpiceDb } from "../spicedb/spicedb.ts";

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const schemas: readonly SchemaMigrations[] = [
  { schema: "stream", folder: folder("../../stream/migrations"), context: false },
  { schema: "authz", folder: folder("../migrations"), context: false },
  { schema: "club", folder: folder("club"), context: true },
];

/** A context that writes relationships, and as many servers that authorise as a test asks for. */
export interface Club {
  /** As the context sees the database. */
  readonly database: Database<unknown>;
  /** As the engine sees it. */
  readonly relationships: Database<unknown>;
  readonly streams: Streams;
  /** An authoriser with a memory of its own, as another server would have. */
  openServer(options?: Partial<AuthorizerOptions>): Promise<Authorizer & Relationships & Oversight>;
  /** One that knows of no SpiceDB, though there may be one. */
  openServerWithoutSpiceDb(): Authorizer & Relationships;
  /** How often SpiceDB could not decide. */
  complaints(): number;
  /** Writes in a transaction of the context, through this server. */
  touch(server: Relationships, ...relationships: readonly Relationship[]): Promise<void>;
  /** As a context that takes a right on the channel away: with a fence. */
  remove(server: Relationships, channel: ChannelId, ...relationships: readonly Relationship[]): Promise<void>;
  close(): Promise<void>;
}

/** Where SpiceDB is given, it decides. */
export async function openClub(openSpiceDb?: () => Promise<SpiceDb>): Promise<Club> {
  const created = await createTestDatabase({ name: "authz", prepare: (url) => migrate(url, schemas) });
  const open = (schema: string): Database<unknown> =>
    openDatabase({ url: created.url, role: roleOf(schema), onError: () => {} });
  const database = open("club");
  const relationships = open("authz");
  const heads = open("stream");
  const streams = createStreams(heads);
  const spicedb = await openSpiceDb?.();
  const mirrors: Mirror[] = [];
  const warn = vi.fn<MirrorOptions["log"]["warn"]>();

  async function startMirror(): Promise<Mirror | undefined> {
    if (spicedb === undefined) return undefined;
    const mirror = new Mirror({
      spicedb,
      database: relationships,
      log: { warn, info: () => {} },
      metrics: createMetrics(),
    });
    mirrors.push(mirror);
    await mirror.start();
    await vi.waitUntil(() => mirror.available, { timeout: 10_000, interval: 5 });
    return mirror;
  }

  return {
    database,
    streams,
    async openServer(options) {
      const mirror = await startMirror();
      return createAuthorizer({ database: relationships, streams, ...(mirror && { mirror }), ...options });
    },
    relationships,
    openServerWithoutSpiceDb: () => createAuthorizer({ database: relationships, streams }),
    complaints: () => warn.mock.calls.length,
    touch: (server, ...touch) => database.transaction((tx) => server.write(tx, { touch })),
    remove: (server, channel, ...remove) =>
      database.transaction(async (tx) => {
        await streams.fence(tx, channel);
        await server.write(tx, { remove });
      }),
    async close() {
      await Promise.all(mirrors.map((mirror) => mirror.stop()));
      spicedb?.close();
      await Promise.all([database.close(), relationships.close(), heads.close()]);
      await created.drop();
    },
  };
}

const ids = createIds(systemClock);
export const newUser = (): UserId => ids.next("usr");
export const newOrg = (): OrgId => ids.next("org");
export const newChannel = (): ChannelId => ids.next("chn");

/** A relationship from its parts, such as related(channel, "member", user). */
export function related(
  resource: OrgId | ChannelId,
  relation: string,
  subject: UserId | OrgId | "*",
): Relationship {
  const typed = { org: "org", chn: "channel", usr: "user" } as const;
  const name = (id: string): string => `${typed[id.slice(0, 3) as keyof typeof typed]}:${id}`;
  return { resource: name(resource), relation, subject: subject === "*" ? "user:*" : name(subject) };
}
