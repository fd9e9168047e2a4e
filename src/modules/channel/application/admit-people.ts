import { type Admission, admit, type Newcomer } from "../domain/admission.ts";
import type { Channel, Occasion } from "../domain/channel.ts";
import type { ChannelTransaction } from "./ports.ts";

/** Lets in those who are not in the channel yet. The channel must be locked, and nothing else recorded. */
export async function admitPeople(
  tx: ChannelTransaction,
  channel: Channel,
  { people, occasion }: { readonly people: readonly Newcomer[]; readonly occasion: Occasion },
): Promise<Admission> {
  const present = await tx.present(
    channel.id,
    people.map(({ userId }) => userId),
  );
  const newcomers = people.filter(({ userId }) => !present.has(userId));
  if (newcomers.length === 0) return { channel, memberships: [], events: [] };

  const head = await tx.lockLog(
    channel.id,
    newcomers.map(({ userId }) => userId),
  );
  const admission = admit(channel, newcomers, { head, at: occasion.at });
  await tx.record(admission.events, occasion);
  return admission;
}
