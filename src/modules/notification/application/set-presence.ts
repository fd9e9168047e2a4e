import type { Actor } from "../../../kernel/actor.ts";
import type { PresenceSetting } from "../domain/presence.ts";
import type { PresenceSettings, SignalBus } from "./ports.ts";

export interface SetPresenceDeps {
  readonly settings: PresenceSettings;
  readonly bus: SignalBus;
}

/** Chooses what others see of the caller, on all devices and servers, until they choose again. */
export async function setPresence(
  deps: SetPresenceDeps,
  actor: Actor,
  setting: PresenceSetting,
): Promise<void> {
  await deps.settings.save(actor.userId, setting);
  deps.bus.publish({ kind: "presence_set", userId: actor.userId, setting });
}
