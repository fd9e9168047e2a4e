import { createFileRoute } from "@tanstack/react-router";
import { ProfileSection } from "../../features/user/profile/profile-section.tsx";

/** On a phone the list of pages stands alone; beside it the first page is open. */
export const Route = createFileRoute("/settings/")({ component: ProfileSection });
