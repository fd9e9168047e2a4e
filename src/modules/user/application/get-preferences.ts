import type { Actor } from "../../../kernel/actor.ts";
import { noPreferences, type Preferences } from "../domain/preferences.ts";
import type { UserPorts } from "./ports.ts";

export async function getPreferences(
  { store }: Pick<UserPorts, "store">,
  { userId }: Actor,
): Promise<Preferences> {
  return (await store.read.findPreferences(userId)) ?? noPreferences;
}
