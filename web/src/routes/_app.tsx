import { createFileRoute } from "@tanstack/react-router";
import { EntryError } from "../features/auth/entry-error.tsx";
import { requireAccount } from "../features/auth/gate.ts";
import { AppFrame } from "./-app/app-frame.tsx";

/** Everything that is for people who are signed in. `thread` is the message whose thread stands beside the rest. */
export const Route = createFileRoute("/_app")({
  validateSearch: (search): { thread?: string } =>
    typeof search["thread"] === "string" ? { thread: search["thread"] } : {},
  beforeLoad: ({ context, location }) => requireAccount(context.client, location),
  component: AppFrame,
  errorComponent: EntryError,
});
