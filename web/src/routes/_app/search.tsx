import { createFileRoute } from "@tanstack/react-router";
import { SearchPage } from "../-app/search-page.tsx";

/** What was searched for stands in the address, so that it can be given to others: each finds what they may read. */
export const Route = createFileRoute("/_app/search")({
  validateSearch: (search): { q?: string; sort?: "newest" } => ({
    // A query such as 1042 is read from the address as a number.
    ...(["string", "number"].includes(typeof search["q"]) && { q: String(search["q"]) }),
    ...(search["sort"] === "newest" && { sort: "newest" as const }),
  }),
  component: SearchPage,
});
