import { createFileRoute } from "@tanstack/react-router";
import { PeopleSection } from "../../features/admin/people/people-section.tsx";

export const Route = createFileRoute("/settings/people")({ component: PeopleSection });
