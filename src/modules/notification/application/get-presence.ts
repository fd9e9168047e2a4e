import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import { automatic, type PresenceChoice, settingAt } from "../domain/presence.ts";
import type { PresenceSettings } from "./ports.ts";

export interface GetPresenceDeps {
  readonly settings: PresenceSettings;
  readonly clock: Clock;
}

/** What the caller chose to show, as far as it still holds. */
export async function getPresence(
  { settings, clock }: GetPresenceDeps,
  { userId }: Actor,
): Promise<PresenceChoice> {
  const choice = (await settings.find(userId)) ?? automatic;
  return settingAt(choice, clock.now()) === "automatic" ? automatic : choice;
}
