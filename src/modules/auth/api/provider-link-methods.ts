import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { requestInfo } from "../../../platform/rpc/request.ts";
import { describeProviderLink, removeProviderLink } from "../application/provider-link.ts";
import { beginLink } from "../application/visit-provider.ts";
import { type AuthServiceDeps, clientOf, type SignIn } from "./entrance.ts";
import { visitCookie } from "./visit-cookie.ts";

type ProviderLinkMethods = Pick<SignIn, "getProviderLink" | "beginProviderLink" | "removeProviderLink">;

/** Whether the identity provider opens one's own account. */
export function providerLinkMethods(deps: AuthServiceDeps): ProviderLinkMethods {
  const { gate } = deps;
  return {
    async getProviderLink(_request, context) {
      const { providerName = "", linkedAt } = await describeProviderLink(deps, await gate.self(context));
      return { providerName, ...(linkedAt && { linkedAt: timestampFromDate(linkedAt) }) };
    },
    async beginProviderLink(_request, context) {
      const { url, browser } = await beginLink(deps, await gate.self(context), clientOf(context));
      const { secure } = context.values.get(requestInfo);
      context.responseHeader.append("set-cookie", visitCookie.set(browser, secure));
      return { url };
    },
    async removeProviderLink(_request, context) {
      await removeProviderLink(deps, await gate.self(context));
      return {};
    },
  };
}
