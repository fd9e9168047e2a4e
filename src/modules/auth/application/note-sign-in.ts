import type { Account } from "../domain/account.ts";
import { type Arrival, describeClient } from "../domain/session.ts";
import type { SignInResult } from "../domain/sign-in.ts";
import { newDevice } from "./letters.ts";
import type { AuthPorts } from "./ports.ts";
import type { AuthTransaction } from "./store.ts";

/** Somebody comes in. Where they did so before, and never with this device, they are told by mail. */
export async function noteArrival(
  { clock, mail, settings }: Pick<AuthPorts, "clock" | "mail" | "settings">,
  tx: AuthTransaction,
  account: Account,
  { client, method }: Arrival,
): Promise<void> {
  const { userId, orgId, email } = account;
  const at = clock.now();
  const isNew = (await tx.signIns.findKnown(userId, client)) === "others";
  const where = { ...describeClient(client), newDevice: isNew };
  await tx.signIns.add({ userId, orgId, at, method, result: "in", ...where });
  if (isNew) tx.afterCommit(() => mail.post(newDevice(settings.publicUrl, email, { ...where, at })));
}

/** An attempt at an account that is known to the caller of this; it changes nothing else. */
export async function noteFailure(
  { store, clock }: Pick<AuthPorts, "store" | "clock">,
  { userId, orgId }: Pick<Account, "userId" | "orgId">,
  { client, method }: Arrival,
  result: Exclude<SignInResult, "in">,
): Promise<void> {
  const where = { ...describeClient(client), newDevice: false };
  await store.read.noteSignIn({ userId, orgId, at: clock.now(), method, result, ...where });
}
