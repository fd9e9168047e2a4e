import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { parseId } from "../../../kernel/ids.ts";
import { createAccessToken } from "../application/create-access-token.ts";
import { createApiKey } from "../application/create-api-key.ts";
import { listApiKeys } from "../application/list-api-keys.ts";
import { revokeApiKey } from "../application/revoke-api-key.ts";
import type { AuthServiceDeps, Service } from "./entrance.ts";
import { dateFromProto, scopesFromProto } from "./from-proto.ts";
import { apiKeyToProto } from "./to-proto.ts";

type ApiKeyMethods = Pick<Service, "createAccessToken" | "createApiKey" | "listApiKeys" | "revokeApiKey">;

/** The methods about credentials of programs. */
export function apiKeyMethods(deps: AuthServiceDeps): ApiKeyMethods {
  const { gate } = deps;
  return {
    async createAccessToken(_request, context) {
      const { text, expiresAt } = await createAccessToken(deps, await gate.self(context));
      return { accessToken: text, expiresAt: timestampFromDate(expiresAt) };
    },
    async createApiKey({ name, scopes, expiresAt }, context) {
      const actor = await gate.self(context);
      const wish = { name, scopes: scopesFromProto(scopes), expiresAt: dateFromProto(expiresAt) };
      const { apiKey, secret } = await createApiKey(deps, actor, wish);
      return { apiKey: apiKeyToProto(apiKey), secret };
    },
    async listApiKeys(_request, context) {
      const apiKeys = await listApiKeys(deps, await gate.self(context));
      return { apiKeys: apiKeys.map(apiKeyToProto) };
    },
    async revokeApiKey({ apiKeyId }, context) {
      await revokeApiKey(deps, await gate.self(context), parseId("key", apiKeyId));
      return {};
    },
  };
}
