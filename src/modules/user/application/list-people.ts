import type { Actor } from "../../../kernel/actor.ts";
import type { GroupId } from "../../../kernel/ids.ts";
import { fold } from "../domain/text.ts";
import { atMoment, type User } from "../domain/user.ts";
import type { Place, UserPorts } from "./ports.ts";

export interface ListPeople {
  readonly query: string;
  readonly includeDeactivated: boolean;
  readonly only: {
    readonly groupId: GroupId | undefined;
    readonly contactsOnly: boolean;
    readonly guestsOnly: boolean;
  };
  readonly pageSize: number;
  readonly after: Place | undefined;
}

export interface PeoplePage {
  readonly users: readonly User[];
  /** The last one of this page; undefined where no page follows. */
  readonly next: Place | undefined;
}

/** The directory of the caller's organisation; a guest finds only people who share a channel with them. */
export async function listPeople(
  { store, clock, guests, sharedChannels }: UserPorts,
  actor: Actor,
  { query, pageSize, only, ...page }: ListPeople,
): Promise<PeoplePage> {
  const isGuest = await guests.isGuest(actor);
  const found = await store.read.listUsers({
    ...page,
    orgId: actor.orgId,
    groupId: only.groupId,
    guestsOnly: only.guestsOnly,
    contactsOf: only.contactsOnly ? actor.userId : undefined,
    contained: fold(query),
    among: isGuest ? await sharedChannels.peopleSharedWith(actor.userId) : undefined,
    limit: pageSize + 1,
  });
  const now = clock.now();
  const users = found.slice(0, pageSize).map((user) => atMoment(user, now));
  const last = users.at(-1);
  const next = found.length > pageSize && last ? { id: last.id, name: fold(last.name) } : undefined;
  return { users, next };
}
