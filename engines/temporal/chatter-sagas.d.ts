/** The sagas of the program that opened the engine; the bundler puts their module here. */
declare module "chatter-sagas" {
  export const sagas: readonly import("../../src/platform/workflow/saga.ts").AnySaga[];
}
