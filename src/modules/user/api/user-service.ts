import type { ConnectRouter, ServiceImpl } from "@connectrpc/connect";
import { UserService } from "../../../../gen/chatter/user/v1/user_pb.js";
import { parseId } from "../../../kernel/ids.ts";
import type { Gate } from "../../../platform/rpc/gate.ts";
import { findPeople } from "../application/find-people.ts";
import { getOrg } from "../application/get-org.ts";
import { getPreferences } from "../application/get-preferences.ts";
import { listPeople } from "../application/list-people.ts";
import type { UserPorts } from "../application/ports.ts";
import { renameOrg } from "../application/rename-org.ts";
import { setAvatar } from "../application/set-avatar.ts";
import { setStatus } from "../application/set-status.ts";
import { updatePreferences } from "../application/update-preferences.ts";
import { updateProfile } from "../application/update-profile.ts";
import { noPreferences } from "../domain/preferences.ts";
import { preferencesFromProto, statusFromProto } from "./from-proto.ts";
import { parsePlaceToken, placeToken } from "./page-token.ts";
import { orgToProto, preferencesToProto, userToProto } from "./to-proto.ts";

type Service = ServiceImpl<typeof UserService>;

export interface UserServiceDeps extends UserPorts {
  readonly gate: Gate;
}

const PAGE = 100;

/** Serves UserService. */
export function userRoutes(deps: UserServiceDeps): (router: ConnectRouter) => void {
  const service: Service = { ...directoryMethods(deps), ...ownMethods(deps) };
  return (router) => router.service(UserService, service);
}

function directoryMethods(
  deps: UserServiceDeps,
): Pick<Service, "getOrg" | "updateOrg" | "getUsers" | "listUsers"> {
  const { gate } = deps;
  return {
    async getOrg(_request, context) {
      const { orgId } = await gate.self(context);
      return { org: orgToProto(await getOrg(deps, orgId)) };
    },
    async updateOrg({ name }, context) {
      const actor = await gate.org(context, "manage");
      return { org: orgToProto(await renameOrg(deps, actor, name)) };
    },
    async getUsers({ userIds }, context) {
      const actor = await gate.org(context, "access");
      const ids = userIds.map((id) => parseId("usr", id));
      return { users: (await findPeople(deps, actor, ids)).map(userToProto) };
    },
    async listUsers({ query, includeDeactivated, pageSize = PAGE, pageToken, ...filter }, context) {
      const actor = await gate.org(context, "access");
      const { contactsOnly, guestsOnly } = filter;
      const groupId = filter.groupId === undefined ? undefined : parseId("grp", filter.groupId);
      const only = { groupId, contactsOnly, guestsOnly };
      const after = parsePlaceToken(pageToken);
      const page = await listPeople(deps, actor, { query, includeDeactivated, only, pageSize, after });
      return { users: page.users.map(userToProto), nextPageToken: placeToken(page.next) };
    },
  };
}

/** The methods about what is the caller's own. */
function ownMethods(
  deps: UserServiceDeps,
): Pick<Service, "updateProfile" | "setAvatar" | "setStatus" | "getPreferences" | "updatePreferences"> {
  const { gate } = deps;
  return {
    async updateProfile({ name, handle, title, timezone }, context) {
      const actor = await gate.self(context);
      return { user: userToProto(await updateProfile(deps, actor, { name, handle, title, timezone })) };
    },
    async setAvatar({ image }, context) {
      return { user: userToProto(await setAvatar(deps, await gate.self(context), image)) };
    },
    async setStatus({ status }, context) {
      const actor = await gate.self(context);
      return { user: userToProto(await setStatus(deps, actor, status && statusFromProto(status))) };
    },
    async getPreferences(_request, context) {
      const preferences = await getPreferences(deps, await gate.self(context));
      return { preferences: preferencesToProto(preferences) };
    },
    async updatePreferences({ preferences: wish }, context) {
      const actor = await gate.self(context);
      const preferences = wish === undefined ? noPreferences : preferencesFromProto(wish);
      await updatePreferences(deps, actor, preferences);
      return { preferences: preferencesToProto(preferences) };
    },
  };
}
