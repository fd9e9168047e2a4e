import { useSession } from "../../../store/hooks.ts";
import type { Account } from "../../../store/session/account.ts";

/** The account of the signed-in person; only for what is shown while somebody is signed in. */
export function useAccount(): Account {
  const state = useSession();
  if (state.phase !== "signed-in") throw new Error("Nobody is signed in here.");
  return state.account;
}
