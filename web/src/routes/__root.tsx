import { createRootRouteWithContext, Outlet } from "@tanstack/react-router";
import type { Client } from "../store/client.ts";
import { PageLayer } from "../ui/page-layer.tsx";

/** What every route can ask before it shows a page. */
export interface RouterContext {
  readonly client: Client;
}

export const Route = createRootRouteWithContext<RouterContext>()({ component: Root });

function Root() {
  return (
    <>
      <Outlet />
      <PageLayer />
    </>
  );
}
