import type { ConnectRouter } from "@connectrpc/connect";
import { AuthService } from "../../../../gen/chatter/auth/v1/auth_pb.js";
import { SignInService } from "../../../../gen/chatter/auth/v1/sign_in_pb.js";
import { accountMethods } from "./account-methods.ts";
import { apiKeyMethods } from "./api-key-methods.ts";
import { confirmationMethods } from "./confirmation-methods.ts";
import type { AuthServiceDeps, Service, SignIn } from "./entrance.ts";
import { invitationMethods } from "./invitation-methods.ts";
import { passkeyMethods } from "./passkey-methods.ts";
import { passwordMethods } from "./password-methods.ts";
import { providerLinkMethods } from "./provider-link-methods.ts";
import { registrationMethods } from "./registration-methods.ts";
import { secondFactorMethods } from "./second-factor-methods.ts";
import { sessionMethods } from "./session-methods.ts";
import { signInMethods } from "./sign-in-methods.ts";

/** Serves AuthService and SignInService. */
export function authRoutes(deps: AuthServiceDeps): (router: ConnectRouter) => void {
  const service: Service = {
    ...registrationMethods(deps),
    ...sessionMethods(deps),
    ...passwordMethods(deps),
    ...apiKeyMethods(deps),
    ...invitationMethods(deps),
    ...accountMethods(deps),
  };
  const signIn: SignIn = {
    ...passkeyMethods(deps),
    ...providerLinkMethods(deps),
    ...secondFactorMethods(deps),
    ...signInMethods(deps),
    ...confirmationMethods(deps),
  };
  return (router) => router.service(AuthService, service).service(SignInService, signIn);
}
