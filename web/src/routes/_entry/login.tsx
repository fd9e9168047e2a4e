import { createFileRoute } from "@tanstack/react-router";
import { requireStranger } from "../../features/auth/gate.ts";
import { LoginPage } from "../../features/auth/login-page.tsx";
import { type Next, readNext } from "../../features/auth/next.ts";
import { type Problem, readProblem } from "../../features/auth/provider/problem.ts";

export const Route = createFileRoute("/_entry/login")({
  validateSearch: (search): Next & Problem => ({ ...readNext(search), ...readProblem(search) }),
  beforeLoad: async ({ context, search }) => ({ setup: await requireStranger(context.client, search.next) }),
  component: Login,
});

function Login() {
  const { setup } = Route.useRouteContext();
  const { next, problem } = Route.useSearch();
  return <LoginPage setup={setup} next={next} problem={problem} />;
}
