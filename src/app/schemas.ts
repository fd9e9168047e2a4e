import { fileURLToPath } from "node:url";
import type { SchemaMigrations } from "../platform/postgres/migrate.ts";

const platform = (schema: string, engine: string): SchemaMigrations => ({
  schema,
  folder: folder(`../platform/${engine}/migrations`),
  context: false,
});

const context = (schema: string, module: string = schema): SchemaMigrations => ({
  schema,
  folder: folder(`../modules/${module}/migrations`),
  context: true,
});

/** Every schema of the program, engines before the contexts that call them. */
export const schemas: readonly SchemaMigrations[] = [
  platform("stream", "stream"),
  platform("events", "outbox"),
  platform("authz", "authz"),
  platform("calls", "rpc"),
  platform("jobs", "jobs"),
  platform("flags", "flags"),
  platform("workflow", "workflow"),
  context("auth"),
  // `user` is a reserved word of SQL.
  context("users", "user"),
  context("channel"),
  context("message"),
  context("file"),
  context("notification"),
];

function folder(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url));
}
