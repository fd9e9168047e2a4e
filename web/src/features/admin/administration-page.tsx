import { useParams } from "@tanstack/react-router";
import { lazyPart } from "../../ui/lazy-part.tsx";

/**
 * The pages of the administration share one address with a parameter and come as one part: each route, and
 * each chunk that it names, would weigh on the first load of everybody.
 */
const Administration = lazyPart(() => import("./administration.tsx").then((part) => part.Administration));

export function AdministrationPage() {
  const { page = "" } = useParams({ strict: false });
  return <Administration page={page} />;
}
