import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import type { ServiceImpl } from "@connectrpc/connect";
import type { OversightService } from "../../../../gen/chatter/auth/v1/oversight_pb.js";
import { parseId } from "../../../kernel/ids.ts";
import { listApiCalls } from "../application/list-api-calls.ts";
import type { ApiCall } from "../domain/api-call.ts";
import type { AuthServiceDeps } from "./entrance.ts";
import { dateFromProto } from "./from-proto.ts";
import { callToken, parseCallToken } from "./page-token.ts";
import { apiKeyToProto } from "./to-proto.ts";

type ApiCallMethods = Pick<ServiceImpl<typeof OversightService>, "listApiCalls" | "listAccountApiKeys">;

const PAGE = 50;

/** What programs do in whose name. */
export function apiCallMethods(deps: AuthServiceDeps): ApiCallMethods {
  const { gate, store } = deps;
  return {
    async listApiCalls({ apiKeyId, userId, method, onlyFailures, from, until, ...page }, context) {
      await gate.org(context, "manage");
      const wanted = {
        apiKeyId: apiKeyId === "" ? undefined : parseId("key", apiKeyId),
        userId: userId === "" ? undefined : parseId("usr", userId),
        method: method === "" ? undefined : method,
        onlyFailures,
        from: dateFromProto(from),
        until: dateFromProto(until),
      };
      const { pageSize = PAGE, pageToken } = page;
      const before = parseCallToken(pageToken);
      const { calls, next } = await listApiCalls(deps, wanted, { before, limit: pageSize });
      return { calls: calls.map(apiCallToProto), nextPageToken: callToken(next) };
    },
    async listAccountApiKeys(_request, context) {
      const { orgId } = await gate.org(context, "manage");
      const held = await store.read.listApiKeysIn(orgId);
      return {
        apiKeys: held.map(({ credential, account: { userId } }) => ({
          userId,
          apiKey: apiKeyToProto(credential),
        })),
      };
    },
  };
}

function apiCallToProto({ id: _id, keyName = "", at, ...call }: ApiCall) {
  return { ...call, apiKeyName: keyName, at: timestampFromDate(at) };
}
