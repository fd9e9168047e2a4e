import { createFileRoute } from "@tanstack/react-router";
import { ResetPage } from "../../features/auth/reset-page.tsx";

export const Route = createFileRoute("/_entry/reset/$token")({ component: Reset });

function Reset() {
  const { token } = Route.useParams();
  return <ResetPage key={token} token={token} />;
}
