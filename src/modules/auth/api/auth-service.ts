import type { ConnectRouter } from "@connectrpc/connect";
import { AuthService } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { accountMethods } from "./account-methods.ts";
import { apiKeyMethods } from "./api-key-methods.ts";
import type { AuthServiceDeps, Service } from "./entrance.ts";
import { invitationMethods } from "./invitation-methods.ts";
import { oversightMethods } from "./oversight-methods.ts";
import { passwordMethods } from "./password-methods.ts";
import { registrationMethods } from "./registration-methods.ts";
import { sessionMethods } from "./session-methods.ts";

/** Serves AuthService. */
export function authRoutes(deps: AuthServiceDeps): (router: ConnectRouter) => void {
  const service: Service = {
    ...registrationMethods(deps),
    ...sessionMethods(deps),
    ...passwordMethods(deps),
    ...apiKeyMethods(deps),
    ...invitationMethods(deps),
    ...accountMethods(deps),
    ...oversightMethods(deps),
  };
  return (router) => router.service(AuthService, service);
}
