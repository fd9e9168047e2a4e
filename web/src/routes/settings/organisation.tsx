import { createFileRoute } from "@tanstack/react-router";
import { OrgSection } from "../../features/admin/org/org-section.tsx";

export const Route = createFileRoute("/settings/organisation")({ component: OrgSection });
