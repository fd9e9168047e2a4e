import { createRootRoute, Outlet } from "@tanstack/react-router";
import { PageLayer } from "../ui/page-layer.tsx";

export const Route = createRootRoute({ component: Root });

function Root() {
  return (
    <>
      <Outlet />
      <PageLayer />
    </>
  );
}
