export { EmbeddedPostgresError, type EmbeddedPostgresErrorCode } from "./errors.ts";
export {
  type EmbeddedPostgres,
  type EmbeddedPostgresConnection,
  type EmbeddedPostgresOptions,
  startEmbeddedPostgres,
} from "./start.ts";
export type { EmbeddedPostgresLog } from "./supervisor.ts";
