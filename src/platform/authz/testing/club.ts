import { fileURLToPath } from "node:url";
import { systemClock } from "../../../kernel/clock.ts";
import { type ChannelId, createIds, type OrgId, type UserId } from "../../../kernel/ids.ts";
import { type Database, openDatabase } from "../../postgres/database.ts";
import { migrate, roleOf, type SchemaMigrations } from "../../postgres/migrate.ts";
import { createTestDatabase } from "../../postgres/testing/database.ts";
import { createStreams, type Streams } from "../../stream/streams.ts";
import type { Authorizer, Relationship, Relationships } from "../authorizer.ts";
import { type AuthorizerOptions, createAuthorizer } from "../create-authorizer.ts";

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
  readonly streams: Streams;
  /** An authoriser with a memory of its own, as another server would have. */
  openServer(options?: Partial<AuthorizerOptions>): Authorizer & Relationships;
  /** Writes in a transaction of the context, through this server. */
  touch(server: Relationships, ...relationships: readonly Relationship[]): Promise<void>;
  /** As a context that takes a right on the channel away: with a fence. */
  remove(server: Relationships, channel: ChannelId, ...relationships: readonly Relationship[]): Promise<void>;
  close(): Promise<void>;
}

export async function openClub(): Promise<Club> {
  const created = await createTestDatabase({ name: "authz", prepare: (url) => migrate(url, schemas) });
  const open = (schema: string): Database<unknown> =>
    openDatabase({ url: created.url, role: roleOf(schema), onError: () => {} });
  const database = open("club");
  const relationships = open("authz");
  const heads = open("stream");
  const streams = createStreams(heads);
  return {
    database,
    streams,
    openServer: (options) => createAuthorizer({ database: relationships, streams, ...options }),
    touch: (server, ...touch) => database.transaction((tx) => server.write(tx, { touch })),
    remove: (server, channel, ...remove) =>
      database.transaction(async (tx) => {
        await streams.fence(tx, channel);
        await server.write(tx, { remove });
      }),
    async close() {
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
