import { createFileRoute } from "@tanstack/react-router";
import { RetentionSection } from "../../features/admin/retention/retention-section.tsx";

export const Route = createFileRoute("/settings/retention")({ component: RetentionSection });
