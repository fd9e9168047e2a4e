import { Users } from "lucide-react";
import { emojiSource } from "../../../composer/emoji-source.ts";
import type { Suggestion, SuggestionSources } from "../../../composer/suggestion.ts";
import type { Group } from "../../../store/circle/circle.ts";
import type { User } from "../../../store/people/user.ts";
import { composerText } from "../../../text/composer.ts";
import { Avatar } from "../../../ui/avatar.tsx";

/** Who and what can be named while writing. */
export interface Mentionable {
  /** People by name or handle, in no order. */
  readonly people: (query: string) => Promise<readonly User[]>;
  /** Who is in the channel; undefined where that is not known. */
  readonly members: () => Promise<ReadonlySet<string> | undefined>;
  readonly channels: () => readonly { readonly id: string; readonly name: string }[];
  /** Absent: there are none. */
  readonly groups?: () => readonly Group[];
  /** Whether everybody can be called at once: not in a conversation between two. */
  readonly hasEveryone: boolean;
}

const most = 8;
/** Before the people, who are many more. */
const mostGroups = 3;

/** What the composer suggests after @, # and :. */
export function mentionSources(mentionable: Mentionable): SuggestionSources {
  return {
    "@": (query) => suggestPeople(mentionable, query.toLowerCase()),
    "#": (query) => suggestChannels(mentionable, query.toLowerCase()),
    ":": emojiSource,
  };
}

async function suggestPeople({ people, members, groups, hasEveryone }: Mentionable, query: string) {
  const [found, inChannel] = await Promise.all([people(query), members()]);
  const isMember = (user: User) => inChannel?.has(user.id) ?? true;
  const ranked = found
    .flatMap((user) => {
      const rank = rankOf(user, query);
      return user.isDeactivated || rank === undefined ? [] : { user, rank: rank + (isMember(user) ? 0 : 10) };
    })
    .toSorted((a, b) => a.rank - b.rank || a.user.name.localeCompare(b.user.name))
    .map(({ user }) => suggestPerson(user, isMember(user)));
  const called = (groups?.() ?? []).filter((group) => rankOf(group, query) !== undefined).map(suggestGroup);
  return [...called.slice(0, mostGroups), ...ranked, ...(hasEveryone ? suggestEveryone(query) : [])].slice(
    0,
    most,
  );
}

/** 0 for a handle or name that begins so, 1 for another word of the name; undefined for the rest. */
function rankOf({ handle, name }: Pick<User, "handle" | "name">, query: string): number | undefined {
  const called = name.toLowerCase();
  if (handle.toLowerCase().startsWith(query) || called.startsWith(query)) return 0;
  return called.split(/[\s-]+/).some((word) => word.startsWith(query)) ? 1 : undefined;
}

function suggestPerson({ id, handle, name, avatarUrl }: User, isMember: boolean): Suggestion {
  return {
    id,
    label: name,
    detail: isMember ? `@${handle}` : `@${handle} · ${composerText("notInChannel")}`,
    icon: <Avatar id={id} name={name} imageUrl={avatarUrl || undefined} size={22} />,
    insert: `@${handle}`,
  };
}

const suggestGroup = ({ id, handle, name, memberCount }: Group): Suggestion => ({
  id,
  label: name,
  detail: `@${handle} · ${composerText("groupOf", { count: memberCount })}`,
  icon: <Users size={16} />,
  insert: `@${handle}`,
});

function suggestEveryone(query: string): readonly Suggestion[] {
  const all = [
    {
      id: "channel",
      label: "@channel",
      detail: composerText("everyoneChannel"),
      icon: "@",
      insert: "@channel",
    },
    { id: "here", label: "@here", detail: composerText("everyoneHere"), icon: "@", insert: "@here" },
  ];
  return all.filter(({ id }) => id.startsWith(query));
}

function suggestChannels({ channels }: Mentionable, query: string): readonly Suggestion[] {
  const starts = (name: string) => (name.startsWith(query) ? 0 : 1);
  return channels()
    .filter(({ name }) => name.includes(query))
    .toSorted((a, b) => starts(a.name) - starts(b.name) || a.name.localeCompare(b.name))
    .slice(0, most)
    .map(({ id, name }) => ({ id, label: name, icon: "#", insert: `#${name}` }));
}
