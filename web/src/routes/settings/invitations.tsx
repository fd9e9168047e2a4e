import { createFileRoute } from "@tanstack/react-router";
import { InvitationsSection } from "../../features/admin/invitations/invitations-section.tsx";

export const Route = createFileRoute("/settings/invitations")({ component: InvitationsSection });
