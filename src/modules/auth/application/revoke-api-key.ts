import type { Actor } from "../../../kernel/actor.ts";
import type { ApiKeyId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import { sessionsEnded } from "../domain/events.ts";
import type { AuthPorts } from "./ports.ts";

/** Throws API_KEY_NOT_FOUND. */
export async function revokeApiKey(
  { store }: Pick<AuthPorts, "store">,
  { userId }: Pick<Actor, "userId">,
  id: ApiKeyId,
): Promise<void> {
  await store.transact(async (tx) => {
    if (!(await tx.apiKeys.end(userId, id))) throw refuse("API_KEY_NOT_FOUND");
    await tx.record(sessionsEnded(userId, { apiKeyIds: [id] }));
  });
}
