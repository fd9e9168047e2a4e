import { createFileRoute } from "@tanstack/react-router";
import { readSetup } from "../../features/auth/gate.ts";
import { ResetRequestPage } from "../../features/auth/reset-request-page.tsx";

export const Route = createFileRoute("/_entry/reset/")({
  loader: ({ context }) => readSetup(context.client),
  component: ResetRequest,
});

function ResetRequest() {
  return <ResetRequestPage sendsMail={Route.useLoaderData().hasMail} />;
}
