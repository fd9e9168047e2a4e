import { parseId } from "../../../kernel/ids.ts";
import { createInvitation } from "../application/create-invitation.ts";
import { getInvitation } from "../application/get-invitation.ts";
import { listInvitations } from "../application/list-invitations.ts";
import { revokeInvitation } from "../application/revoke-invitation.ts";
import { type AuthServiceDeps, clientOf, type Service } from "./entrance.ts";
import { dateFromProto, invitedRoleFromProto } from "./from-proto.ts";
import { invitationToProto, roleToProto } from "./to-proto.ts";

type InvitationMethods = Pick<
  Service,
  "createInvitation" | "listInvitations" | "revokeInvitation" | "getInvitation"
>;

export function invitationMethods(deps: AuthServiceDeps): InvitationMethods {
  const { gate } = deps;
  return {
    async createInvitation({ role, email, expiresAt, uses = 1 }, context) {
      const actor = await gate.org(context, "invite");
      const { invitation, token } = await createInvitation(deps, actor, {
        role: invitedRoleFromProto(role),
        email: email === "" ? undefined : email,
        expiresAt: dateFromProto(expiresAt),
        uses,
      });
      return { invitation: invitationToProto(invitation), token };
    },
    async listInvitations(_request, context) {
      const invitations = await listInvitations(deps, await gate.org(context, "invite"));
      return { invitations: invitations.map(invitationToProto) };
    },
    async revokeInvitation({ invitationId }, context) {
      const actor = await gate.org(context, "invite");
      await revokeInvitation(deps, actor, parseId("inv", invitationId));
      return {};
    },
    async getInvitation({ token }, context) {
      const { invitation, orgName } = await getInvitation(deps, token, clientOf(context));
      return { orgName, role: roleToProto(invitation.role), email: invitation.email ?? "" };
    },
  };
}
