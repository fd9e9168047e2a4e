import { createFileRoute } from "@tanstack/react-router";
import { DraftsPage } from "../-app/drafts-page.tsx";

export const Route = createFileRoute("/_app/drafts")({ component: DraftsPage });
