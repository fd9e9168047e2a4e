import type { ConnectRouter } from "@connectrpc/connect";
import { AdminService } from "../../../../gen/chatter/admin/v1/admin_pb.js";
import { getOverview } from "../application/get-overview.ts";
import { type AdminServiceDeps, type Service } from "./entrance.ts";
import { eventMethods } from "./event-methods.ts";
import { flagMethods } from "./flag-methods.ts";
import { jobMethods } from "./job-methods.ts";
import { overviewToProto } from "./overview-to-proto.ts";

/** Serves AdminService. */
export function adminRoutes(deps: AdminServiceDeps): (router: ConnectRouter) => void {
  const service: Service = {
    async getOverview(_request, context) {
      await deps.gate.org(context, "manage");
      return overviewToProto(await getOverview(deps));
    },
    ...jobMethods(deps),
    ...eventMethods(deps),
    ...flagMethods(deps),
  };
  return (router) => router.service(AdminService, service);
}
