import { store } from "./store.ts";

export type Post = (text: string) => Promise<string>;

export const post: Post = (text) => inTurn(() => store(text));

async function inTurn(write: () => Promise<string>): Promise<string> {
  return await write();
}
