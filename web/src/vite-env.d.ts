/// <reference types="vite/client" />

declare module "virtual:emoji" {
  import type { EmojiTable } from "./emoji/table.ts";

  export const table: EmojiTable;
}
