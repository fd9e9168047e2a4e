import { createFileRoute } from "@tanstack/react-router";
import { openInvitation } from "../../features/auth/gate.ts";
import { JoinPage } from "../../features/auth/join-page.tsx";

export const Route = createFileRoute("/_entry/join/$token")({
  loader: ({ context, params }) => openInvitation(context.client, params.token),
  component: Join,
});

function Join() {
  const { token } = Route.useParams();
  const { invitation, account } = Route.useLoaderData();
  return <JoinPage key={token} token={token} invitation={invitation} account={account} />;
}
