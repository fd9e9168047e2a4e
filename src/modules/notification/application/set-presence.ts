import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { PresenceChoice } from "../domain/presence.ts";
import type { PresenceSettings, SignalBus } from "./ports.ts";

export interface SetPresenceDeps {
  readonly settings: PresenceSettings;
  readonly bus: SignalBus;
  readonly clock: Clock;
}

/** Chooses what others see of the caller, on all devices and servers, until then or until they choose again. */
export async function setPresence(
  { settings, bus, clock }: SetPresenceDeps,
  { userId }: Actor,
  choice: PresenceChoice,
): Promise<void> {
  await settings.save(userId, choice, clock.now());
  const { setting, expiresAt } = choice;
  bus.publish({ kind: "presence_set", userId, setting, expiresAt: expiresAt?.getTime() });
}
