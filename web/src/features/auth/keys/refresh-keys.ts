import { createConnectQueryKey } from "@connectrpc/connect-query";
import { useQueryClient } from "@tanstack/react-query";
import { AuthService } from "../../../../../gen/chatter/auth/v1/auth_pb.js";

const queryKey = createConnectQueryKey({ schema: AuthService.method.listApiKeys, cardinality: "finite" });

/** Asks for the keys again after they changed. */
export function useRefreshKeys(): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey });
}
