import type { Actor } from "../../../kernel/actor.ts";
import type { Account } from "../domain/account.ts";
import { assertMayDecide, operatorAsDecider } from "../domain/account.ts";
import { addApiKey, type CreateApiKey, type CreatedApiKey } from "./create-api-key.ts";
import { keyCreatedByOperator } from "./letters.ts";
import type { AuthPorts } from "./ports.ts";

/**
 * A key in somebody's name, made by the operator for a program. Its owner is told by mail. Throws
 * ACCOUNT_NOT_FOUND, ACCOUNT_DEACTIVATED, API_KEY_EXPIRY, TOO_MANY_API_KEYS.
 */
export async function createApiKeyOf(
  deps: Pick<AuthPorts, "store" | "clock" | "ids" | "secrets" | "mail" | "settings">,
  operator: Actor,
  subject: Account,
  wish: CreateApiKey,
): Promise<CreatedApiKey> {
  assertMayDecide({ manager: operatorAsDecider(operator.orgId), subject });
  const created = await addApiKey(deps, subject.userId, wish);
  deps.mail.post(keyCreatedByOperator(deps.settings.publicUrl, subject.email, created.apiKey.name));
  return created;
}
