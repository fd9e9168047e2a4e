import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { beginEnrolment, finishEnrolment, finishLogIn } from "../application/finish-log-in.ts";
import {
  beginTotp,
  confirmTotp,
  describeSecondFactor,
  removeTotp,
  renewRecoveryCodes,
} from "../application/manage-second-factor.ts";
import { requireSecondFactor } from "../application/require-second-factor.ts";
import { type AuthServiceDeps, clientOf, type SignIn } from "./entrance.ts";
import { dateFromProto } from "./from-proto.ts";
import { greet } from "./greeting.ts";

type Entering = Pick<SignIn, "finishLogin" | "beginEnrolment" | "finishEnrolment">;
type Keeping = Pick<
  SignIn,
  | "getSecondFactor"
  | "beginTotp"
  | "confirmTotp"
  | "removeTotp"
  | "renewRecoveryCodes"
  | "requireSecondFactor"
>;

export function secondFactorMethods(deps: AuthServiceDeps): Entering & Keeping {
  return { ...entering(deps), ...keeping(deps) };
}

/** The second step of a login. */
function entering(deps: AuthServiceDeps): Entering {
  return {
    async finishLogin({ token, shown }, context) {
      const value = shown.value ?? "";
      const factor = shown.case === "code" ? { code: value } : { recoveryCode: value };
      return greet(context, await finishLogIn(deps, { token, shown: factor, client: clientOf(context) }));
    },
    async beginEnrolment({ token }, context) {
      return { app: await beginEnrolment(deps, { token, client: clientOf(context) }) };
    },
    async finishEnrolment({ token, code }, context) {
      const enrolled = await finishEnrolment(deps, { token, code, client: clientOf(context) });
      return { ...greet(context, enrolled), recoveryCodes: [...enrolled.recoveryCodes] };
    },
  };
}

function keeping(deps: AuthServiceDeps): Keeping {
  const { gate } = deps;
  return {
    async getSecondFactor(_request, context) {
      const { dueFrom, ...own } = await describeSecondFactor(deps, await gate.self(context));
      return { ...own, ...(dueFrom && { requiredFrom: timestampFromDate(dueFrom) }) };
    },
    async beginTotp(_request, context) {
      return { app: await beginTotp(deps, await gate.self(context)) };
    },
    async confirmTotp({ code }, context) {
      const actor = await gate.self(context);
      const codes = await confirmTotp(deps, actor, { code, client: clientOf(context) });
      return { recoveryCodes: [...codes] };
    },
    async removeTotp(_request, context) {
      await removeTotp(deps, await gate.self(context));
      return {};
    },
    async renewRecoveryCodes(_request, context) {
      return { recoveryCodes: [...(await renewRecoveryCodes(deps, await gate.self(context)))] };
    },
    async requireSecondFactor({ from }, context) {
      await requireSecondFactor(deps, await gate.org(context, "manage"), dateFromProto(from));
      return {};
    },
  };
}
