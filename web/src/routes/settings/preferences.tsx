import { createFileRoute } from "@tanstack/react-router";
import { PreferencesSection } from "../../features/user/preferences/preferences-section.tsx";

export const Route = createFileRoute("/settings/preferences")({ component: PreferencesSection });
