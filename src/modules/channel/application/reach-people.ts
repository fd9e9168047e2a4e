import type { Actor } from "../../../kernel/actor.ts";
import type { UserId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import type { ChannelReader, Guests, People } from "./ports.ts";

export interface ReachPeopleDeps {
  readonly people: People;
  readonly guests: Guests;
  readonly reader: ChannelReader;
}

/**
 * Throws PERSON_NOT_FOUND unless the actor may involve each of these people. For a guest only those
 * exist who share a channel with them.
 */
export async function reachPeople(
  { people, guests, reader }: ReachPeopleDeps,
  actor: Actor,
  wanted: readonly UserId[],
): Promise<void> {
  const existing = await people.existing(actor.orgId, wanted);
  refuseMissing(wanted, existing);
  if (await guests.isGuest(actor)) refuseMissing(wanted, await reader.sharing(actor.userId, wanted));
}

function refuseMissing(wanted: readonly UserId[], reached: ReadonlySet<UserId>): void {
  const missing = wanted.filter((id) => !reached.has(id));
  if (missing.length > 0) throw refuse("PERSON_NOT_FOUND", { userIds: missing.join(" ") });
}
