import { createFileRoute } from "@tanstack/react-router";
import { PageOfSettings } from "./-page-of-settings.tsx";

/** On a phone the list of pages stands alone; beside it the first page is open. */
export const Route = createFileRoute("/settings/")({ component: PageOfSettings });
