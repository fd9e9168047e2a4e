import { createFileRoute } from "@tanstack/react-router";
import { AdministrationPage } from "../../features/admin/administration-page.tsx";

/** The pages of the administration. */
export const Route = createFileRoute("/settings/$page")({ component: AdministrationPage });
