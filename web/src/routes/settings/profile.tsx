import { createFileRoute } from "@tanstack/react-router";
import { ProfileSection } from "../../features/user/profile/profile-section.tsx";

export const Route = createFileRoute("/settings/profile")({ component: ProfileSection });
