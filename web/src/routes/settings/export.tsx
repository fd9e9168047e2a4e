import { createFileRoute } from "@tanstack/react-router";
import { ExportSection } from "../../features/admin/export/export-section.tsx";

export const Route = createFileRoute("/settings/export")({ component: ExportSection });
