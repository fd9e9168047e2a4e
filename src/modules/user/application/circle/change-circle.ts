import type { Actor } from "../../../../kernel/actor.ts";
import type { UserId } from "../../../../kernel/ids.ts";
import type { Between, CircleChange, CircleSizes } from "../../domain/circle.ts";
import { refuse } from "../../domain/errors.ts";
import { EFFECTS_LIMIT_MS } from "../ports.ts";
import type { CirclePorts } from "./ports.ts";

export type ChangePorts = Pick<
  CirclePorts,
  "circles" | "store" | "clock" | "effects" | "guests" | "sharedChannels"
>;

/** Changes what there is between two people by a decision made while nobody else can change it. */
export async function changeCircle(
  { circles, clock, effects }: ChangePorts,
  { userId }: Actor,
  other: UserId,
  decide: (
    wish: { by: UserId; other: UserId; at: Date },
    between: Between,
    sizes: CircleSizes,
  ) => readonly CircleChange[],
): Promise<void> {
  const at = clock.now();
  const events = await circles.transact(async (tx) => {
    const between = await tx.accessBetween(userId, other);
    const sizes = await tx.sizes(userId, at);
    return tx.record(decide({ by: userId, other, at }, between, sizes), at);
  });
  await effects.settled(events, EFFECTS_LIMIT_MS);
}

/** Throws PERSON_NOT_FOUND for somebody whom the actor cannot know of, or who is no longer active. */
export async function reachPerson(
  { store, guests, sharedChannels }: ChangePorts,
  actor: Actor,
  other: UserId,
): Promise<void> {
  const [user] = await store.read.findUsers([other]);
  if (user?.orgId !== actor.orgId || user.deactivated.holds) throw refuse("PERSON_NOT_FOUND");
  if (!(await guests.isGuest(actor))) return;
  if (!(await sharedChannels.peopleSharedWith(actor.userId)).has(other)) throw refuse("PERSON_NOT_FOUND");
}
