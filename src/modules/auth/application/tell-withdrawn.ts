import { refuse } from "../domain/errors.ts";
import type { Withdrawal } from "../domain/withdrawal.ts";
import type { AuthPorts } from "./ports.ts";
import type { WithdrawnBy } from "./store.ts";

/** Tells somebody whose registration was taken back that it was, and why. Throws REGISTRATION_WITHDRAWN. */
export async function tellWithdrawn(
  { store }: Pick<AuthPorts, "store">,
  by: WithdrawnBy,
): Promise<undefined> {
  const withdrawal = await store.read.findWithdrawal(by);
  if (withdrawal !== undefined) throw withdrawn(withdrawal);
}

export function withdrawn({ because }: Withdrawal): Error {
  return refuse("REGISTRATION_WITHDRAWN", { because: because.reason, why: because.message });
}
