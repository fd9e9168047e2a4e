import { create } from "@bufbuild/protobuf";
import type { ConnectRouter, ServiceImpl } from "@connectrpc/connect";
import { GroupSchema, GroupService } from "../../../../gen/chatter/user/v1/group_pb.js";
import { type Ids, isId, parseId, type UserId } from "../../../kernel/ids.ts";
import type { Gate } from "../../../platform/rpc/gate.ts";
import { addGroupMembers } from "../application/groups/add-group-members.ts";
import { createGroup } from "../application/groups/create-group.ts";
import { deleteGroup } from "../application/groups/delete-group.ts";
import { listGroupMembers, listGroups, type SeenGroup } from "../application/groups/list-groups.ts";
import type { GroupPorts } from "../application/groups/ports.ts";
import { removeGroupMember } from "../application/groups/remove-group-member.ts";
import { updateGroup } from "../application/groups/update-group.ts";
import { refuse } from "../domain/errors.ts";

type Service = ServiceImpl<typeof GroupService>;

export interface GroupServiceDeps extends GroupPorts {
  readonly gate: Gate;
  readonly ids: Ids;
}

const PAGE = 100;

/** Serves GroupService. */
export function groupRoutes(deps: GroupServiceDeps): (router: ConnectRouter) => void {
  return (router) => router.service(GroupService, { ...readingMethods(deps), ...changingMethods(deps) });
}

export const groupToProto = (group: SeenGroup) => create(GroupSchema, group);

function readingMethods(deps: GroupServiceDeps): Pick<Service, "listGroups" | "listGroupMembers"> {
  const { gate } = deps;
  return {
    async listGroups(_request, context) {
      const actor = await gate.org(context, "access");
      return { groups: (await listGroups(deps, actor)).map(groupToProto) };
    },
    async listGroupMembers({ groupId, pageSize = PAGE, pageToken }, context) {
      const actor = await gate.org(context, "access");
      const page = { groupId: parseId("grp", groupId), pageSize, after: parseToken(pageToken) };
      const { userIds, next } = await listGroupMembers(deps, actor, page);
      return { userIds: [...userIds], nextPageToken: next ?? "" };
    },
  };
}

function changingMethods(deps: GroupServiceDeps): Omit<Service, "listGroups" | "listGroupMembers"> {
  const { gate } = deps;
  return {
    async createGroup({ handle, name, description }, context) {
      const actor = await gate.org(context, "manage");
      return { group: groupToProto(await createGroup(deps, actor, { handle, name, description })) };
    },
    async updateGroup({ groupId, handle, name, description }, context) {
      const actor = await gate.org(context, "manage");
      const wish = { groupId: parseId("grp", groupId), handle, name, description };
      return { group: groupToProto(await updateGroup(deps, actor, wish)) };
    },
    async deleteGroup({ groupId }, context) {
      await deleteGroup(deps, await gate.org(context, "manage"), parseId("grp", groupId));
      return {};
    },
    async addGroupMembers({ groupId, userIds }, context) {
      const actor = await gate.org(context, "manage");
      const people = userIds.map((id) => parseId("usr", id));
      await addGroupMembers(deps, actor, { groupId: parseId("grp", groupId), userIds: people });
      return {};
    },
    async removeGroupMember({ groupId, userId }, context) {
      const actor = await gate.org(context, "manage");
      const place = { groupId: parseId("grp", groupId), userId: parseId("usr", userId) };
      await removeGroupMember(deps, actor, place);
      return {};
    },
  };
}

/** The last person of the page before. Throws PAGE_TOKEN_MALFORMED. */
function parseToken(token: string): UserId | undefined {
  if (token === "") return undefined;
  if (!isId("usr", token)) throw refuse("PAGE_TOKEN_MALFORMED");
  return token;
}
