import { createFileRoute } from "@tanstack/react-router";
import { requireStranger } from "../../features/auth/gate.ts";
import { LoginPage } from "../../features/auth/login-page.tsx";
import { type Next, readNext } from "../../features/auth/next.ts";

export const Route = createFileRoute("/_entry/login")({
  validateSearch: (search): Next => readNext(search),
  beforeLoad: async ({ context, search }) => ({ setup: await requireStranger(context.client, search.next) }),
  component: Login,
});

function Login() {
  const { setup } = Route.useRouteContext();
  const { next } = Route.useSearch();
  return <LoginPage setup={setup} next={next} />;
}
