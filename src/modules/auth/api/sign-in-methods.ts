import { endOtherSessions } from "../application/end-other-sessions.ts";
import { listSignIns } from "../application/list-sign-ins.ts";
import type { AuthServiceDeps, SignIn } from "./entrance.ts";
import { changeToken, parseChangeToken } from "./page-token.ts";
import { signInToProto } from "./to-proto.ts";

type SignInMethods = Pick<SignIn, "endOtherSessions" | "listSignIns">;

const PAGE = 50;

/** What was done to come in, and leaving all places but this one. */
export function signInMethods(deps: AuthServiceDeps): SignInMethods {
  const { gate } = deps;
  return {
    async endOtherSessions(_request, context) {
      await endOtherSessions(deps, await gate.self(context));
      return {};
    },
    async listSignIns({ everybody, pageSize = PAGE, pageToken }, context) {
      const actor = everybody ? await gate.org(context, "manage") : await gate.self(context);
      const userId = everybody ? undefined : actor.userId;
      const before = parseChangeToken(pageToken);
      const { signIns, next } = await listSignIns(deps, actor, { userId, before, limit: pageSize });
      return { signIns: signIns.map(signInToProto), nextPageToken: changeToken(next) };
    },
  };
}
