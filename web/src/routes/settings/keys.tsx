import { createFileRoute } from "@tanstack/react-router";
import { ApiKeysSection } from "../../features/auth/keys/api-keys-section.tsx";

export const Route = createFileRoute("/settings/keys")({ component: ApiKeysSection });
