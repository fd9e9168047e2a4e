import type { Actor } from "../../../kernel/actor.ts";
import { areSame, noPreferences, type Preferences } from "../domain/preferences.ts";
import type { UserPorts } from "./ports.ts";

/** The person's other devices learn of it through their personal stream. */
export async function updatePreferences(
  { store, clock }: Pick<UserPorts, "store" | "clock">,
  { userId }: Actor,
  preferences: Preferences,
): Promise<void> {
  await store.transact(async (tx) => {
    const known = (await tx.findPreferences(userId)) ?? noPreferences;
    if (areSame(known, preferences)) return;
    await tx.savePreferences(userId, preferences);
    await tx.record([{ type: "preferences_changed", userId, preferences, at: clock.now() }]);
  });
}
