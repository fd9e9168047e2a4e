import { createFileRoute } from "@tanstack/react-router";
import { EntryError } from "../features/auth/entry-error.tsx";

/** The pages of people who are not in yet. */
export const Route = createFileRoute("/_entry")({
  errorComponent: EntryError,
});
