import { Navigate } from "@tanstack/react-router";
import { ApiLogSection } from "./api-log/api-log-section.tsx";
import { EventsSection } from "./events/events-section.tsx";
import { FlagsSection } from "./flags/flags-section.tsx";
import { JobsSection } from "./jobs/jobs-section.tsx";
import { OverviewSection } from "./overview/overview-section.tsx";
import { RightsSection } from "./rights/rights-section.tsx";
import { SignInsSection } from "./sign-ins/sign-ins-section.tsx";

/** A page of the administration, by the end of its address. */
export function Administration({ page }: { readonly page: string }) {
  switch (page) {
    case "overview":
      return <OverviewSection />;
    case "jobs":
      return <JobsSection />;
    case "events":
      return <EventsSection />;
    case "rights":
      return <RightsSection />;
    case "api-log":
      return <ApiLogSection />;
    case "flags":
      return <FlagsSection />;
    case "sign-ins":
      return <SignInsSection />;
    default:
      return <Navigate to="/settings" replace />;
  }
}
