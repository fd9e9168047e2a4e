import { migrationsIn, type SchemaMigrations } from "../postgres/migrate.ts";
import { BackupError } from "./errors.ts";
import type { Manifest } from "./manifest.ts";

/** @throws BackupError when these schemas have never been as the backup describes them. */
export async function refuseOtherVersions(
  manifest: Manifest,
  schemas: readonly SchemaMigrations[],
): Promise<void> {
  for (const { schema, migrations } of manifest.schemas) {
    const known = await migrationsOf(schemas, schema);
    const unknown = migrations.find((name) => !known.includes(name));
    if (unknown === undefined && isPrefix(migrations, known)) continue;
    throw new BackupError(
      `The backup is of Chatter ${manifest.version}, which this one cannot read ` +
        `(${schema} ${unknown ?? "lacks migrations between"}). Restore it with that version, or a newer one.`,
    );
  }
}

async function migrationsOf(schemas: readonly SchemaMigrations[], name: string): Promise<string[]> {
  const entry = schemas.find(({ schema }) => schema === name);
  return entry === undefined ? [] : (await migrationsIn(entry.folder)).sort();
}

const isPrefix = (some: readonly string[], all: readonly string[]): boolean =>
  some.every((name, index) => name === all[index]);
