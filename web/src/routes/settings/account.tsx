import { createFileRoute } from "@tanstack/react-router";
import { AccountSection } from "../../features/auth/account/account-section.tsx";
import { type Problem, readProblem } from "../../features/auth/provider/problem.ts";

export const Route = createFileRoute("/settings/account")({
  validateSearch: (search): Problem => readProblem(search),
  component: Account,
});

function Account() {
  return <AccountSection problem={Route.useSearch().problem} />;
}
