import { changePassword } from "../application/change-password.ts";
import { requestPasswordReset } from "../application/request-password-reset.ts";
import { resetPassword } from "../application/reset-password.ts";
import { type AuthServiceDeps, clientOf, type Service } from "./entrance.ts";

type PasswordMethods = Pick<Service, "changePassword" | "requestPasswordReset" | "resetPassword">;

export function passwordMethods(deps: AuthServiceDeps): PasswordMethods {
  return {
    async changePassword({ currentPassword: current, newPassword: next }, context) {
      const actor = await deps.gate.self(context);
      await changePassword(deps, actor, { current, next, client: clientOf(context) });
      return {};
    },
    async requestPasswordReset({ email }, context) {
      await requestPasswordReset(deps, { email, client: clientOf(context) });
      return {};
    },
    async resetPassword({ token, newPassword: password }, context) {
      await resetPassword(deps, { token, password, client: clientOf(context) });
      return {};
    },
  };
}
