import { createFileRoute } from "@tanstack/react-router";
import { PageOfSettings } from "./-page-of-settings.tsx";

/** The pages share one address with a parameter: each route, and each chunk that it names, would weigh on the first load of everybody. */
export const Route = createFileRoute("/settings/$page")({ component: PageOfSettings });
