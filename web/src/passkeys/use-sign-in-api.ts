import { useMemo } from "react";
import { SignInService } from "../../../gen/chatter/auth/v1/sign_in_pb.js";
import { createUnaryClient, type UnaryClient } from "../api/unary-client.ts";
import { useClient } from "../store/client-context.tsx";

export type SignInApi = UnaryClient<typeof SignInService>;

/** The service that is needed while signing in and in the settings only, so that the first load is without it. */
export function useSignInApi(): SignInApi {
  const { transport } = useClient();
  return useMemo(() => createUnaryClient(SignInService, transport), [transport]);
}
