import type { Channel } from "../../../../store/channels/channel.ts";
import type { KnownChannel } from "../use-known-channel.ts";

/** What a channel is known by. */
export interface About extends Record<string, string> {
  readonly name: string;
  readonly topic: string;
  readonly description: string;
}

export type AboutField = "name" | "topic" | "description";

export function aboutOf({ name, topic, description }: Channel): About {
  return { name, topic, description };
}

/** What this person may change: everybody in it the topic, who manages it the rest; of an archived one, nothing. */
export function editableFields({
  channel,
  rights,
}: Pick<KnownChannel, "channel" | "rights">): readonly AboutField[] {
  if (channel.isArchived || channel.name === "") return [];
  if (rights.canManage) return ["name", "topic", "description"];
  return rights.canPost ? ["topic"] : [];
}

/** The fields that differ from what the channel is called now, as the server takes them. */
export function changesIn(about: About, channel: Channel): Partial<About> {
  const written = { ...about, topic: about.topic.trim(), description: about.description.trim() };
  const now = aboutOf(channel);
  return Object.fromEntries(Object.entries(written).filter(([field, text]) => text !== now[field]));
}
