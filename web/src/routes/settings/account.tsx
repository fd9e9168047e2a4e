import { createFileRoute } from "@tanstack/react-router";
import { AccountSection } from "../../features/auth/account/account-section.tsx";

export const Route = createFileRoute("/settings/account")({ component: AccountSection });
