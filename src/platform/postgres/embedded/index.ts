export { EmbeddedPostgresError } from "./errors.ts";
export { startOrJoinEmbeddedPostgres } from "./join.ts";
export { type EmbeddedPostgres, startEmbeddedPostgres } from "./start.ts";
