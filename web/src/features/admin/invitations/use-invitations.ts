import { useQuery } from "@tanstack/react-query";
import { queryClient } from "../../../api/query.tsx";
import { useClient } from "../../../store/client-context.tsx";

const queryKey = ["invitations"];

/** The open invitations: all of them for managers, their own for others; the newest first. */
export function useInvitations() {
  const { api } = useClient();
  return useQuery({
    queryKey,
    queryFn: async () => (await api.auth.listInvitations({})).invitations.toReversed(),
  });
}

/** Asks for the invitations again after they changed. */
export function refreshInvitations(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey });
}
