import { createFileRoute } from "@tanstack/react-router";
import { confirmAddress } from "../../features/auth/gate.ts";
import { VerifyPage } from "../../features/auth/verify-page.tsx";

export const Route = createFileRoute("/_entry/verify/$token")({
  // The link works once: coming back to the page must not follow it again.
  staleTime: Number.POSITIVE_INFINITY,
  loader: ({ context, params }) => confirmAddress(context.client, params.token),
  component: Verify,
});

function Verify() {
  return <VerifyPage {...Route.useLoaderData()} />;
}
