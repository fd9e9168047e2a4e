import type { Actor } from "../../../../kernel/actor.ts";
import { type ChannelId, isId, type UserId } from "../../../../kernel/ids.ts";
import type { Span } from "../../domain/search/days.ts";
import {
  type Breadth,
  type Expression,
  expressionOf,
  fact,
  nothing,
  type Wanted,
  wantedOf,
} from "../../domain/search/expression.ts";
import { fold } from "../../domain/search/fold.ts";
import { featureFact, fromFact, mentionsFact } from "../../domain/search/lexemes.ts";
import type { Condition } from "../../domain/search/query.ts";
import type { Stemmer } from "../../domain/search/stems.ts";
import type { Handles, ReadableChannel, SavedBy, TimeSpan } from "./ports.ts";

type People = Condition & { readonly kind: "from" | "mentions" };
type Places = Condition & { readonly kind: "in" | "with" };

/** The people that a query names, by the name as it was typed; undefined for a name that nobody has. */
export type NamedPeople = ReadonlyMap<string, UserId | undefined>;

export async function peopleNamed(
  handles: Handles,
  actor: Actor,
  conditions: readonly Condition[],
): Promise<NamedPeople> {
  const names = conditions.flatMap((condition) =>
    isAboutPeople(condition) || condition.kind === "with" ? [condition.name] : [],
  );
  const found = await Promise.all(
    [...new Set(names)].map(async (name) => [name, await personOf(handles, actor, name)] as const),
  );
  return new Map(found);
}

async function personOf(handles: Handles, actor: Actor, name: string): Promise<UserId | undefined> {
  if (name.toLowerCase() === "me") return actor.userId;
  return isId("usr", name) ? name : handles.byHandle(actor, fold(name));
}

const isAboutPeople = (condition: Condition): condition is People =>
  condition.kind === "from" || condition.kind === "mentions";
const isAboutPlaces = (condition: Condition): condition is Places =>
  condition.kind === "in" || condition.kind === "with";

/** The channels that are left to search in. Naming several means any of them. */
export function channelsIn(
  readable: readonly ReadableChannel[],
  conditions: readonly Condition[],
  people: NamedPeople,
): readonly ChannelId[] {
  const places = conditions.filter(isAboutPlaces);
  const named = (channel: ReadableChannel, negated: boolean): boolean =>
    places.some((place) => place.negated === negated && isNamed(channel, place, people));
  const only = places.some(({ negated }) => !negated);
  return readable
    .filter((channel) => (!only || named(channel, false)) && !named(channel, true))
    .map(({ id }) => id);
}

function isNamed(channel: ReadableChannel, place: Places, people: NamedPeople): boolean {
  if (place.kind === "in")
    return channel.id === place.name || (channel.name !== "" && channel.name === fold(place.name));
  const person = people.get(place.name);
  return person !== undefined && channel.people.length === 2 && channel.people.includes(person);
}

/** From when until when, by all conditions together. */
export function timeOf(conditions: readonly Condition[]): TimeSpan {
  let { from, to } = ALL_TIME;
  const except: Span[] = [];
  for (const condition of conditions) {
    if (condition.kind !== "time") continue;
    const span = { ...ALL_TIME, ...condition.span };
    if (condition.negated) except.push(span);
    else {
      if (span.from > from) from = span.from;
      if (span.to < to) to = span.to;
    }
  }
  return { from, to, except };
}

const ALL_TIME: Span = { from: new Date(0), to: new Date("9999-12-31T00:00:00Z") };

/** Whose saved messages alone are meant, and whose are left out. */
export function savedBy({ userId }: Actor, conditions: readonly Condition[]): SavedBy {
  const asked = (negated: boolean) =>
    conditions.some((condition) => condition.kind === "saved" && condition.negated === negated);
  return { ...(asked(false) && { only: userId }), ...(asked(true) && { without: userId }) };
}

/** What somebody typed to be found in texts. */
export function wantedIn(conditions: readonly Condition[], negated: boolean): Wanted[] {
  return conditions.flatMap((condition) => {
    if (condition.kind !== "text" || condition.negated !== negated) return [];
    const wanted = wantedOf(condition);
    return wanted.units.length > 0 || wanted.literal !== undefined ? [wanted] : [];
  });
}

/** What lexemes a hit must have and must not have. People named for the same purpose are alternatives. */
export function compile(
  conditions: readonly Condition[],
  people: NamedPeople,
  { breadth, stem }: { readonly breadth: Breadth; readonly stem: Stemmer },
): Expression[] {
  const said = wantedIn(conditions, false).map((wanted) => expressionOf(wanted, breadth, stem));
  const unsaid = wantedIn(conditions, true).map((wanted) => expressionOf(wanted, "as_typed", stem));
  return [
    ...said.filter((expression) => expression !== undefined),
    ...unsaid.filter((expression) => expression !== undefined).map(not),
    ...(["from", "mentions"] as const).flatMap((kind) => personal(kind, conditions, people)),
    ...conditions.flatMap((condition) => {
      if (condition.kind !== "feature") return [];
      const holds = fact(featureFact(condition.feature));
      return [condition.negated ? not(holds) : holds];
    }),
  ];
}

const not = (of: Expression): Expression => ({ op: "not", of });

function personal(
  kind: "from" | "mentions",
  conditions: readonly Condition[],
  people: NamedPeople,
): Expression[] {
  const ofKind = conditions.filter(isAboutPeople).filter((condition) => condition.kind === kind);
  const holds = ({ name }: People): Expression => {
    const person = people.get(name);
    if (person === undefined) return nothing;
    if (kind === "from") return fact(fromFact(person));
    return { op: "any", of: [fact(mentionsFact(person)), fact(mentionsFact("*"))] };
  };
  const wanted = ofKind.filter(({ negated }) => !negated).map(holds);
  const unwanted = ofKind.filter(({ negated }) => negated).map((condition) => not(holds(condition)));
  return wanted.length === 0 ? unwanted : [{ op: "any", of: wanted }, ...unwanted];
}
