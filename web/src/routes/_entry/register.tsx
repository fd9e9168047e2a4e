import { createFileRoute } from "@tanstack/react-router";
import { requireStranger } from "../../features/auth/gate.ts";
import { RegisterPage } from "../../features/auth/register-page.tsx";

export const Route = createFileRoute("/_entry/register")({
  beforeLoad: async ({ context }) => ({ setup: await requireStranger(context.client) }),
  component: Register,
});

function Register() {
  const { setup } = Route.useRouteContext();
  return <RegisterPage setup={setup} />;
}
