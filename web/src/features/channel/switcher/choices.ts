import type { User } from "../../../store/people/user.ts";
import { type ChannelEntry, isUnread } from "../channel-entry.ts";
import type { Choice } from "./rank.ts";

/** A channel or conversation, or somebody with whom there is none yet. */
export type PlaceChoice = Choice &
  (
    | { readonly kind: "channel"; readonly entry: ChannelEntry }
    | { readonly kind: "person"; readonly user: User }
  );

interface Places {
  readonly entries: readonly ChannelEntry[];
  readonly people: readonly User[];
  /** Channels by how lately they were on screen; the first is the one that is. */
  readonly visits: readonly string[];
  readonly me: string;
  /** Come before others; absent: nobody is one. */
  readonly contacts?: ReadonlySet<string>;
}

const weights = {
  mentions: 45,
  unread: 30,
  latestVisit: 25,
  archived: -40,
  stranger: -5,
  contact: 15,
} as const;

/** Where one can go. What is on screen already comes last, so that Enter alone leads back to where one was. */
export function placeChoices({ entries, people, visits, me, contacts }: Places): readonly PlaceChoice[] {
  const [current] = visits;
  const handles = new Map(people.map(({ id, handle }) => [id, handle]));
  const met = new Set(entries.flatMap(({ peerIds }) => (peerIds.length === 1 ? peerIds : [])));
  const channels = entries.map((entry): PlaceChoice => {
    const alias = entry.peerIds
      .map((id) => handles.get(id))
      .join(" ")
      .trim();
    const weight = entry.id === current ? weights.archived : weightOf(entry, visits);
    return {
      kind: "channel",
      id: entry.id,
      title: entry.title,
      weight,
      entry,
      ...(alias !== "" && { alias }),
    };
  });
  const strangers = people
    .filter(({ id, isDeactivated }) => id !== me && !isDeactivated && !met.has(id))
    .map((user): PlaceChoice => {
      const { id, name, handle } = user;
      const weight = contacts?.has(id) === true ? weights.contact : weights.stranger;
      return { kind: "person", id, title: name, alias: handle, weight, user };
    });
  return [...channels, ...strangers];
}

function weightOf(entry: ChannelEntry, visits: readonly string[]): number {
  const visit = visits.indexOf(entry.id);
  const recent = visit < 0 ? 0 : Math.max(0, weights.latestVisit - visit);
  const waiting = entry.mentions > 0 ? weights.mentions : isUnread(entry) ? weights.unread : 0;
  return recent + waiting + (entry.isArchived ? weights.archived : 0);
}
