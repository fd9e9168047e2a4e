import { adminRoutes } from "./api/admin-service.ts";
import type { AdminServiceDeps } from "./api/entrance.ts";

/** What the context needs: engines, and what the others count, in its own words. */
export type AdminDeps = AdminServiceDeps;

export interface AdminModule {
  /** Serves chatter.admin.v1.AdminService. */
  readonly routes: ReturnType<typeof adminRoutes>;
}

export function createAdminModule(deps: AdminDeps): AdminModule {
  return { routes: adminRoutes(deps) };
}
