import { getSetup } from "../application/get-setup.ts";
import { register } from "../application/register.ts";
import { requestEmailVerification } from "../application/request-email-verification.ts";
import { verifyEmail } from "../application/verify-email.ts";
import { type AuthServiceDeps, clientOf, type Service } from "./entrance.ts";
import { greet } from "./greeting.ts";
import { registrationModeToProto } from "./to-proto.ts";

type RegistrationMethods = Pick<
  Service,
  "getSetup" | "register" | "requestEmailVerification" | "verifyEmail"
>;

/** The methods on the way from a stranger to an account with a confirmed address. */
export function registrationMethods(deps: AuthServiceDeps): RegistrationMethods {
  return {
    async getSetup() {
      const { registration, mailDelivers: mail, ...setup } = await getSetup(deps);
      const { passkeyOrigin = "", providerName = "" } = setup;
      const mode = registrationModeToProto(registration);
      return { ...setup, registration: mode, mail, passkeyOrigin, providerName };
    },
    async register({ invitation, passkey, ...request }, context) {
      const client = clientOf(context);
      const link = invitation === "" ? undefined : invitation;
      const signedIn = await register(deps, { ...request, passkey, invitation: link, client });
      return signedIn === undefined ? { confirmationSent: true } : greet(context, signedIn);
    },
    async requestEmailVerification(_request, context) {
      const actor = await deps.gate.self(context);
      await requestEmailVerification(deps, actor, clientOf(context));
      return {};
    },
    async verifyEmail({ token }, context) {
      await verifyEmail(deps, { token, client: clientOf(context) });
      return {};
    },
  };
}
