import type { Clock } from "../../../../kernel/clock.ts";
import { keptSince } from "../../domain/inbox/keeping.ts";
import type { Notifications } from "./ports.ts";

export interface ForgetOldDeps {
  readonly clock: Clock;
  readonly notifications: Pick<Notifications, "forgetBefore">;
}

/** A transaction each, so that nobody who reads their inbox waits for it. */
const A_STEP = 500;

/** Forgets what people were told of long ago, and what they put off long ago. */
export async function forgetOld({ clock, notifications }: ForgetOldDeps): Promise<void> {
  const before = keptSince(clock.now());
  while ((await notifications.forgetBefore(before, A_STEP)) === A_STEP);
}
