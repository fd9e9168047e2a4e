import { type Channel, isDirect } from "../../store/channels/channel.ts";
import type { User } from "../../store/people/user.ts";
import { t } from "../../text/text.ts";

type Named = Pick<Channel, "kind" | "name" | "directUserIds">;
type People = ReadonlyMap<string, Pick<User, "name">>;

/** The others in a conversation; nobody in notes to oneself and in channels. */
export function peersOf({ directUserIds }: Named, me: string): readonly string[] {
  return directUserIds.filter((id) => id !== me);
}

/** What a channel is called: a conversation by who is in it, in full between two, by first names among more. */
export function channelTitle(channel: Named, people: People, me: string): string {
  if (!isDirect(channel)) return channel.name;
  const names = peersOf(channel, me).map((id) => people.get(id)?.name ?? t("message.unknownPerson"));
  if (names.length === 0) return t("sidebar.you", { name: people.get(me)?.name ?? "" }).trim();
  return names.length === 1 ? names.join("") : names.map(firstName).join(", ");
}

/** As people write it: #launch, or the names. */
export function channelPlace(channel: Pick<Channel, "kind">, title: string): string {
  return isDirect(channel) ? title : `#${title}`;
}

function firstName(name: string): string {
  return name.split(/\s+/)[0] ?? name;
}
