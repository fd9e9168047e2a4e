import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { Ids, UserId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import { getMembershipOf } from "../domain/membership.ts";
import { openDirect as open, peopleOfDirect } from "../domain/opening.ts";
import type { Blocks, ChannelStore, MyChannel } from "./ports.ts";
import { type ReachPeopleDeps, reachPeople } from "./reach-people.ts";

export interface OpenDirectDeps extends ReachPeopleDeps {
  readonly blocks: Blocks;
  readonly store: ChannelStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface OpenDirect {
  /** Empty: notes to self. */
  readonly others: readonly UserId[];
}

/**
 * The one conversation of exactly these people. One that is there is answered whoever they are: what
 * was said with somebody who is no longer active stays readable. Throws PERSON_NOT_FOUND, PERSON_UNREACHABLE.
 */
export async function openDirect(
  deps: OpenDirectDeps,
  actor: Actor,
  command: OpenDirect,
): Promise<MyChannel> {
  const people = peopleOfDirect(actor.userId, command.others);
  const known = await deps.reader.findDirect(people, actor.userId);
  if (known !== undefined) return known;

  const others = people.filter((id) => id !== actor.userId);
  await reachPeople(deps, actor, others);

  const occasion = { by: actor.userId, at: deps.clock.now() };
  const { channel, memberships, events } = open(
    { id: deps.ids.next("chn"), orgId: actor.orgId },
    people,
    occasion,
  );
  return deps.store.transact(async (tx) => {
    const earlier = await tx.claimDirect(people, actor.userId);
    if (earlier !== undefined) return earlier;
    await assertNotApart(deps.blocks, people);
    await tx.record(events, occasion);
    return { channel, membership: getMembershipOf(actor.userId, memberships) };
  });
}

/** Between more than two, everybody may speak in front of everybody. */
async function assertNotApart(blocks: Blocks, [a, b, ...more]: readonly UserId[]): Promise<void> {
  if (a === undefined || b === undefined || more.length > 0) return;
  if (await blocks.areApart(a, b)) throw refuse("PERSON_UNREACHABLE");
}
