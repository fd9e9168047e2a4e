import type { UserId } from "../../../kernel/ids.ts";
import type { PresenceErasure, SignalBus } from "./ports.ts";

/** Forgets what somebody who is gone for good chose to be seen as, on all servers. May be called again. */
export async function forgetPerson(
  { settings, bus }: { readonly settings: PresenceErasure; readonly bus: SignalBus },
  userId: UserId,
): Promise<void> {
  await settings.forget(userId);
  bus.publish({ kind: "presence_set", userId, setting: "automatic", expiresAt: undefined });
}
