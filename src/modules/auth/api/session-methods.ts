import { parseId } from "../../../kernel/ids.ts";
import { describeCaller } from "../application/describe-caller.ts";
import { endSession } from "../application/end-session.ts";
import { listSessions } from "../application/list-sessions.ts";
import { logIn } from "../application/log-in.ts";
import { logOut } from "../application/log-out.ts";
import { logOutEverywhere } from "../application/log-out-everywhere.ts";
import { type AuthServiceDeps, clientOf, type Service } from "./entrance.ts";
import { greet, sayGoodbye } from "./greeting.ts";
import { accountToProto, sessionToProto } from "./to-proto.ts";

type SessionMethods = Pick<
  Service,
  "login" | "logout" | "logoutEverywhere" | "getSession" | "listSessions" | "endSession"
>;

/** The methods about being signed in. */
export function sessionMethods(deps: AuthServiceDeps): SessionMethods {
  const { gate } = deps;
  return {
    async login({ email, password }, context) {
      const outcome = await logIn(deps, { email, password, client: clientOf(context) });
      if (!("missing" in outcome)) return greet(context, outcome);
      const { token, missing } = outcome;
      return { unfinished: { token, needsEnrolment: missing === "enrolment" } };
    },
    async logout(_request, context) {
      await logOut(deps, await gate.self(context));
      sayGoodbye(context);
      return {};
    },
    async logoutEverywhere(_request, context) {
      await logOutEverywhere(deps, await gate.self(context));
      sayGoodbye(context);
      return {};
    },
    async getSession(_request, context) {
      const actor = await gate.self(context);
      const { account, session } = await describeCaller(deps, actor);
      return {
        account: accountToProto(account),
        ...(session && { session: sessionToProto(session, actor) }),
      };
    },
    async listSessions(_request, context) {
      const actor = await gate.self(context);
      const sessions = await listSessions(deps, actor);
      return { sessions: sessions.map((session) => sessionToProto(session, actor)) };
    },
    async endSession({ sessionId }, context) {
      const actor = await gate.self(context);
      await endSession(deps, actor, parseId("ses", sessionId));
      if (sessionId === actor.sessionId) sayGoodbye(context);
      return {};
    },
  };
}
