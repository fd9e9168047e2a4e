import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { parseId } from "../../../kernel/ids.ts";
import { beginConfirmation } from "../application/begin-confirmation.ts";
import { confirmIdentity } from "../application/confirm-identity.ts";
import { createRecoveryLink } from "../application/create-recovery-link.ts";
import { type AuthServiceDeps, clientOf, type SignIn } from "./entrance.ts";

type ConfirmationMethods = Pick<SignIn, "beginConfirmation" | "confirmIdentity" | "createRecoveryLink">;

/** Showing once more who one is, and helping somebody who cannot. */
export function confirmationMethods(deps: AuthServiceDeps): ConfirmationMethods {
  const { gate } = deps;
  return {
    async beginConfirmation(_request, context) {
      const { hasPassword, passkeyOptions = "" } = await beginConfirmation(deps, await gate.self(context));
      return { hasPassword, options: passkeyOptions };
    },
    async confirmIdentity({ proof: shown }, context) {
      const actor = await gate.self(context);
      const value = shown.value ?? "";
      const proof = shown.case === "answer" ? { answer: value } : { password: value };
      await confirmIdentity(deps, actor, { proof, client: clientOf(context) });
      return {};
    },
    async createRecoveryLink({ userId }, context) {
      const actor = await gate.org(context, "manage");
      const { token, expiresAt } = await createRecoveryLink(deps, actor, parseId("usr", userId));
      return { token, expiresAt: timestampFromDate(expiresAt) };
    },
  };
}
