export type { Limits } from "./domain/quota.ts";
export { createFileModule, type FileDeps, type FileModule } from "./module.ts";
