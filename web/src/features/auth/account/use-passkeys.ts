import { createConnectQueryKey, useQuery } from "@connectrpc/connect-query";
import { useQueryClient } from "@tanstack/react-query";
import { SignInService } from "../../../../../gen/chatter/auth/v1/sign_in_pb.js";

const { listPasskeys } = SignInService.method;

/** What opens one's own account. */
export const usePasskeys = () => useQuery(listPasskeys, {});

/** Asks again after it has changed. */
export function useRefreshPasskeys(): () => Promise<void> {
  const queries = useQueryClient();
  const queryKey = createConnectQueryKey({ schema: listPasskeys, cardinality: "finite" });
  return () => queries.invalidateQueries({ queryKey });
}
