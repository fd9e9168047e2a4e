import { AsyncLocalStorage } from "node:async_hooks";
import type { Actor } from "../../../../kernel/actor.ts";

/** Who sent the request that is being answered: the tus server's data store is told of ids only. */
const asker = new AsyncLocalStorage<Actor>();

export const askedBy = <T>(actor: Actor, answer: () => T): T => asker.run(actor, answer);

export function currentAsker(): Actor {
  const actor = asker.getStore();
  if (actor === undefined) throw new Error("an upload was asked for outside of a request");
  return actor;
}
