import type { Clock } from "../../../kernel/clock.ts";
import type { Ids, OrgId, UserId } from "../../../kernel/ids.ts";
import type { Newcomer } from "../domain/admission.ts";
import type { Occasion } from "../domain/channel.ts";
import { DEFAULT_CHANNELS } from "../domain/default-channels.ts";
import type { ChannelEvent } from "../domain/events.ts";
import { openChannel } from "../domain/opening.ts";
import { admitPeople } from "./admit-people.ts";
import type { ChannelStore } from "./ports.ts";

export interface WelcomeNewcomerDeps {
  readonly store: ChannelStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

export interface WelcomeNewcomer {
  readonly userId: UserId;
  readonly orgId: OrgId;
  readonly guest: boolean;
  readonly founder: boolean;
}

/**
 * Makes somebody who arrives a member of the default channels; guests are invited one by one. The
 * first to arrive opens them, which is the founder unless somebody was faster. May be called again.
 */
export async function welcomeNewcomer(deps: WelcomeNewcomerDeps, newcomer: WelcomeNewcomer): Promise<void> {
  if (newcomer.guest) return;
  const person: Newcomer = { userId: newcomer.userId, role: newcomer.founder ? "admin" : "member" };
  const occasion = { by: newcomer.userId, at: deps.clock.now() };

  const earlier = await deps.store.transact(async (tx) => {
    const open = await tx.claimDefaults(newcomer.orgId);
    if (open.length === 0)
      await tx.record(openDefaults(deps, newcomer.orgId, { person, occasion }), occasion);
    return open;
  });
  for (const { id } of earlier) {
    await deps.store.transact(async (tx) => {
      const channel = await tx.lockChannel(id);
      if (channel.archivedAt === undefined) await admitPeople(tx, channel, { people: [person], occasion });
    });
  }
}

function openDefaults(
  { ids }: WelcomeNewcomerDeps,
  orgId: OrgId,
  { person, occasion }: { readonly person: Newcomer; readonly occasion: Occasion },
): readonly ChannelEvent[] {
  return DEFAULT_CHANNELS.flatMap(
    (spec) => openChannel({ id: ids.next("chn"), orgId }, spec, { first: person, occasion }).events,
  );
}
