import { channels, type DemoChannel } from "./channels.ts";
import { people } from "./people.ts";
import { emoji, phrases, words } from "./phrases.ts";
import { createRandom, type Random } from "./random.ts";

/** What somebody does in the demo, at which moment; people and channels by their place in the lists. */
export interface Utterance {
  readonly at: Date;
  readonly channel: number;
  readonly author: number;
  /** `{@n}` stands for a mention of person n. */
  readonly text: string;
  /** The utterance, by its place in the script, in whose thread this is. */
  readonly inThreadOf?: number;
  readonly reactions: readonly { readonly person: number; readonly emoji: string }[];
  readonly pinned: boolean;
}

export interface ScriptOptions {
  readonly messages: number;
  readonly until: Date;
  readonly days: number;
  readonly seed?: number;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Who is in a channel: the owner always, the others by its share. */
export function membersOf(channel: DemoChannel): number[] {
  const everybody = people.map((_, index) => index);
  if (channel.share === 1) return everybody;
  const random = createRandom(channel.name.length * 31 + channel.weight);
  const others = random.sample(everybody.slice(1), Math.round(channel.share * people.length) - 1);
  return [0, ...others];
}

/** Writes conversations until there are enough messages, in the order of time. */
export function writeScript({ messages, until, days, seed = 20 }: ScriptOptions): Utterance[] {
  const random = createRandom(seed);
  const weighted = channels.flatMap((channel, index) => Array.from({ length: channel.weight }, () => index));
  const lines: Line[] = [];
  while (lines.length < messages) {
    const channel = random.pick(weighted);
    lines.push(...converse(random, channel, workingMoment(random, until, days)));
  }
  return inOrder(lines.slice(0, messages).filter((line) => line.at <= until.getTime()));
}

interface Line extends Omit<Utterance, "at" | "inThreadOf"> {
  readonly at: number;
  readonly root?: Line;
}

/** An opener, and answers by others in the channel within the hour; long ones in a thread. */
function converse(random: Random, channel: number, from: number): Line[] {
  const place = channels[channel];
  if (place === undefined) return [];
  const cast = random.sample(membersOf(place), 2 + random.below(4));
  const { openers, answers } = phrases[random.pick(place.themes)];
  const speak = (texts: readonly string[], at: number, author: number): Line => ({
    at,
    channel,
    author,
    text: fill(random, random.pick(texts), cast),
    reactions: reactionsTo(random, membersOf(place)),
    pinned: texts === openers && random.chance(0.01),
  });
  const opener = speak(openers, from, random.pick(cast));
  const lines = [opener];
  const threaded = random.chance(0.3);
  let at = from;
  for (let count = random.below(threaded ? 9 : 6); count > 0; count--) {
    at += Math.ceil((0.3 + random.next() * 9) * MINUTE);
    const line = speak(answers, at, random.pick(cast));
    lines.push(threaded ? { ...line, root: opener } : line);
  }
  return lines;
}

/** Most of the day is work, and the weekends are quiet. */
function workingMoment(random: Random, until: Date, days: number): number {
  const moment = new Date(until.getTime() - random.next() * days * DAY);
  const weekend = moment.getUTCDay() === 0 || moment.getUTCDay() === 6;
  const working = moment.getUTCHours() >= 7 && moment.getUTCHours() < 19;
  if ((weekend && random.chance(0.85)) || (!working && random.chance(0.8))) {
    return workingMoment(random, until, days);
  }
  return moment.getTime();
}

function fill(random: Random, text: string, cast: readonly number[]): string {
  return text.replace(/\{(\w+)\}/g, (slot, name: string) => {
    if (name === "who") return `{@${random.pick(cast)}}`;
    return random.pick(words[name] ?? [slot]);
  });
}

function reactionsTo(random: Random, members: readonly number[]): Utterance["reactions"] {
  if (random.chance(0.8)) return [];
  return random
    .sample(emoji, 1 + random.below(2))
    .flatMap((symbol) =>
      random.sample(members, 1 + random.below(4)).map((person) => ({ person, emoji: symbol })),
    );
}

function inOrder(lines: readonly Line[]): Utterance[] {
  const sorted = lines.toSorted((a, b) => a.at - b.at);
  const places = new Map(sorted.map((line, index) => [line, index]));
  return sorted.map(({ at, root, ...line }) => {
    const inThreadOf = root && places.get(root);
    return { ...line, at: new Date(at), ...(inThreadOf !== undefined && { inThreadOf }) };
  });
}
