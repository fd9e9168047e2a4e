import { createFileRoute } from "@tanstack/react-router";
import { requireStranger } from "../../features/auth/gate.ts";
import { RegisterPage } from "../../features/auth/register-page.tsx";

export const Route = createFileRoute("/_entry/register")({
  beforeLoad: async () => ({ setup: await requireStranger() }),
  component: Register,
});

function Register() {
  const { setup } = Route.useRouteContext();
  return <RegisterPage setup={setup} />;
}
