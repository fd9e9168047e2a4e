import type { Relationship } from "../../../../../gen/chatter/auth/v1/oversight_pb.js";
import { adminText as t } from "../../../text/administration.ts";

/** What the ids in relationships are called. */
export interface Names {
  readonly person: (id: string) => string;
  readonly channel: (id: string) => string;
  readonly org: string;
}

const relations = [
  "org.owner",
  "org.admin",
  "org.member",
  "org.guest",
  "channel.org",
  "channel.public",
  "channel.admin",
  "channel.moderator",
  "channel.member",
  "channel.archived",
] as const;

type Relation = (typeof relations)[number];

/** How a relationship is told: that it is so, that it is not, or that it would be needed. */
export type Mood = "is" | "not" | "would";

/** A relationship in words; in its own notation where a newer server has relations that have none here. */
export function sentenceOf({ resource, relation, subject }: Relationship, mood: Mood, names: Names): string {
  const [type = ""] = resource.split(":");
  const known = relations.find((it) => it === `${type}.${relation}`);
  if (known === undefined) return `${resource} # ${relation} @ ${subject}`;
  return say(`${mood}.${known}`, { who: thing(subject, names), where: thing(resource, names) });
}

/** Some sentences name only one of the two. */
function say(key: `${Mood}.${Relation}`, values: { readonly who: string; readonly where: string }): string {
  const sentence = t(key, values);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** What an id such as channel:chn_… or a set such as channel:chn_…#participant is called. */
function thing(text: string, names: Names): string {
  const [object = "", set] = text.split("#");
  const [type = "", id = ""] = object.split(":");
  const name = nameOf(type, id, names);
  return set === undefined ? name : t("thing.participants", { where: name });
}

function nameOf(type: string, id: string, names: Names): string {
  if (id === "*") return t("thing.everybody");
  if (type === "user") return names.person(id);
  if (type === "channel") return names.channel(id);
  return type === "org" ? names.org : t("thing.other", { type, id });
}
