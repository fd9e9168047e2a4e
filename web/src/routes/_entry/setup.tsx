import { createFileRoute } from "@tanstack/react-router";
import { requireEmptyServer } from "../../features/auth/gate.ts";
import { SetupPage } from "../../features/auth/setup-page.tsx";

export const Route = createFileRoute("/_entry/setup")({
  beforeLoad: ({ context }) => requireEmptyServer(context.client),
  component: SetupPage,
});
