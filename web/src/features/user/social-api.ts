import type { CircleApi } from "../../store/circle/circle-api.ts";
import { useClient } from "../../store/client-context.tsx";

/** Calls about contacts, blocks and groups. They are fetched as the circle itself fetches them: as one file. */
export function useSocialApi(): () => Promise<CircleApi> {
  const { transport } = useClient();
  return async () => (await import("../../store/circle/circle-api.ts")).createCircleApi(transport);
}
