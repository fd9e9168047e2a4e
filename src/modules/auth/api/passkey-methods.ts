import { parseId } from "../../../kernel/ids.ts";
import { addOwnPasskey } from "../application/add-passkey.ts";
import { beginPasskeyAddition } from "../application/begin-passkey-addition.ts";
import { beginPasskeySignIn } from "../application/begin-passkey-sign-in.ts";
import { beginPasskeySignUp } from "../application/begin-passkey-sign-up.ts";
import { listPasskeys } from "../application/list-passkeys.ts";
import { removePasskey } from "../application/remove-passkey.ts";
import { renamePasskey } from "../application/rename-passkey.ts";
import { signInWithPasskey } from "../application/sign-in-with-passkey.ts";
import { type AuthServiceDeps, clientOf, type SignIn } from "./entrance.ts";
import { greet } from "./greeting.ts";
import { passkeyToProto } from "./to-proto.ts";

type Entering = Pick<SignIn, "beginPasskeySignIn" | "signInWithPasskey" | "beginPasskeySignUp">;
type Keeping = Pick<
  SignIn,
  "listPasskeys" | "beginPasskeyAddition" | "addPasskey" | "renamePasskey" | "removePasskey"
>;

export function passkeyMethods(deps: AuthServiceDeps): Entering & Keeping {
  return { ...entering(deps), ...keeping(deps) };
}

/** Of strangers, who come in by a passkey. */
function entering(deps: AuthServiceDeps): Entering {
  return {
    async beginPasskeySignIn(_request, context) {
      return { options: await beginPasskeySignIn(deps, clientOf(context)) };
    },
    async signInWithPasskey({ answer }, context) {
      return greet(context, await signInWithPasskey(deps, { answer, client: clientOf(context) }));
    },
    async beginPasskeySignUp({ email, name, invitation: link }, context) {
      const invitation = link === "" ? undefined : link;
      const wish = { email, name, invitation, client: clientOf(context) };
      return { options: await beginPasskeySignUp(deps, wish) };
    },
  };
}

function keeping(deps: AuthServiceDeps): Keeping {
  const { gate } = deps;
  return {
    async listPasskeys(_request, context) {
      const { passkeys, hasPassword } = await listPasskeys(deps, await gate.self(context));
      return { passkeys: passkeys.map(passkeyToProto), hasPassword };
    },
    async beginPasskeyAddition(_request, context) {
      return { options: await beginPasskeyAddition(deps, await gate.self(context)) };
    },
    async addPasskey(offered, context) {
      return { passkey: passkeyToProto(await addOwnPasskey(deps, await gate.self(context), offered)) };
    },
    async renamePasskey({ passkeyId, name }, context) {
      const actor = await gate.self(context);
      await renamePasskey(deps, actor, { id: parseId("psk", passkeyId), name });
      return {};
    },
    async removePasskey({ passkeyId }, context) {
      await removePasskey(deps, await gate.self(context), parseId("psk", passkeyId));
      return {};
    },
  };
}
