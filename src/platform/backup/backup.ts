import { text } from "node:stream/consumers";
import type { SchemaMigrations, SoleClient } from "../postgres/migrate.ts";
import { type Member, openArchive, type StoredMember, writeArchive } from "./archive.ts";
import { type DumpAbout, dump } from "./dump.ts";
import { BackupError } from "./errors.ts";
import { type KeptFiles } from "./kept-files.ts";
import { load } from "./load.ts";
import { MANIFEST, type Manifest, manifestSchema } from "./manifest.ts";
import { refuseOtherVersions } from "./refuse.ts";

export interface BackupOptions extends DumpAbout {
  readonly file: string;
  readonly files: KeptFiles;
}

/**
 * Writes everything in the schemas, as it is at this moment, and the files that go with them into one file,
 * while others go on working.
 *
 * @throws BackupError when the file is there already.
 */
export async function backup(client: SoleClient, { file, files, ...about }: BackupOptions): Promise<void> {
  await writeArchive(file, everything(client, { files, ...about }));
}

async function* everything(
  client: SoleClient,
  { files, ...about }: Omit<BackupOptions, "file">,
): AsyncGenerator<Member> {
  yield* dump(client, about);
  yield* files.read();
}

export interface RestoreOptions {
  readonly file: string;
  readonly files: KeptFiles;
  readonly schemas: readonly SchemaMigrations[];
}

/** A backup that is whole and of a version that can be restored. */
export interface CheckedBackup {
  readonly manifest: Manifest;
  /** Puts it in the place of what is in the database. All or nothing; nobody else may work there meanwhile. */
  restore(client: SoleClient): Promise<void>;
}

/**
 * Reads the whole file and touches nothing.
 *
 * @throws BackupError when the file is damaged or of another version.
 */
export async function checkBackup({ file, files, schemas }: RestoreOptions): Promise<CheckedBackup> {
  const members = await openArchive(file);
  const manifest = await lookAt(members());
  await refuseOtherVersions(manifest, schemas);
  return {
    manifest,
    async restore(client) {
      const rest = members();
      await readManifest(rest);
      await client.query("begin");
      try {
        await load(client, { manifest, schemas, members: rest, take: files.stage });
        await client.query("commit");
      } catch (error) {
        await client.query("rollback");
        throw error;
      }
      await files.replace();
    },
  };
}

/** Reads the manifest and leaves the rest. */
async function lookAt(members: AsyncGenerator<StoredMember>): Promise<Manifest> {
  try {
    return await readManifest(members);
  } finally {
    await members.return(undefined);
  }
}

async function readManifest(members: AsyncGenerator<StoredMember>): Promise<Manifest> {
  const first = await members.next();
  if (first.done || first.value.name !== MANIFEST)
    throw new BackupError("That file is not a backup of Chatter.");
  const parsed = manifestSchema.safeParse(JSON.parse(await text(first.value.content)));
  if (!parsed.success)
    throw new BackupError("The backup was made by a newer version of Chatter; restore it with that.");
  return parsed.data;
}
