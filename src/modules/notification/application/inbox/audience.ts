import type { ChannelId, UserId } from "../../../../kernel/ids.ts";
import { decide, type Situation } from "../../domain/inbox/decision.ts";
import { phrasesIn } from "../../domain/inbox/keywords.ts";
import { type Level, levelOf } from "../../domain/inbox/level.ts";
import { type Reason, reasonToTell, type Said } from "../../domain/inbox/reason.ts";
import type {
  Circles,
  Presences,
  Room,
  RoomMember,
  Rooms,
  Standing,
  Standings,
  Telling,
  Told,
} from "./ports.ts";

export interface AudienceDeps {
  readonly rooms: Rooms;
  readonly circles: Circles;
  readonly standings: Standings;
  readonly presences: Presences;
}

/** So many people are looked at together: what a message costs in memory. */
const PAGE = 500;

/** What is known of a message before anybody is looked at. */
export interface Occasion {
  readonly message: Told;
  readonly room: Room;
  readonly said: Said;
  readonly orgLevel: Level | undefined;
  readonly keywords: ReadonlyMap<UserId, string>;
  /** Of whom nobody hears: the author, and who is apart from them. */
  readonly deaf: ReadonlySet<UserId>;
  /** When it is decided. */
  readonly at: Date;
}

/** Undefined where its channel is not there. */
export async function occasionOf(deps: AudienceDeps, message: Told, at: Date): Promise<Occasion | undefined> {
  const room = await deps.rooms.find(message.channelId);
  if (room === undefined) return undefined;
  const [orgLevel, keywords, apart] = await Promise.all([
    deps.standings.orgLevel(room.orgId),
    deps.standings.withKeyword(room.orgId, phrasesIn(message.text)),
    deps.circles.apartFrom(message.authorId),
  ]);
  const onlyInThread = message.threadRootId !== undefined && !message.alsoInChannel;
  const said = { mentions: message.mentions, direct: room.direct, onlyInThread };
  return { message, room, said, orgLevel, keywords, deaf: new Set([message.authorId, ...apart]), at };
}

/**
 * Everybody who may be told of a message, a page at a time: those it names, who follow its thread, whose keyword is
 * in it, and who want everything. All members only where all are called, or all want everything.
 */
export async function* audienceOf(
  deps: AudienceDeps,
  occasion: Occasion,
): AsyncGenerator<readonly RoomMember[]> {
  const { message, room, said, orgLevel } = occasion;
  const { channelId: channel } = message;
  const { mentions } = message;
  const callsMany = mentions.channel || mentions.here || mentions.groupIds.length > 0;
  if (callsMany || said.direct || orgLevel === "everything") return yield* membersOf(deps, channel);
  const thread = message.threadRootId;
  const followers = thread === undefined ? [] : await deps.standings.followers(thread);
  const named = new Set([...mentions.userIds, ...occasion.keywords.keys(), ...followers]);
  for (const people of pagesOf([...named])) yield await deps.rooms.among(channel, people);
  for await (const page of membersOf(deps, channel, "everything")) {
    yield page.filter(({ userId }) => !named.has(userId));
  }
  for await (const people of everythingWanted(deps, room)) {
    const members = await deps.rooms.among(channel, people);
    yield members.filter(({ userId, level }) => level === undefined && !named.has(userId));
  }
}

/** Why each of these people is told of it, and how; those who are not, or are deactivated, are left out. */
export async function tellingsOf(
  { circles, standings, presences }: AudienceDeps,
  { message, room, said, orgLevel, keywords, deaf, at }: Occasion,
  members: readonly RoomMember[],
): Promise<readonly Telling[]> {
  const listeners = members.filter(({ userId }) => !deaf.has(userId));
  if (listeners.length === 0) return [];
  const people = listeners.map(({ userId }) => userId);
  const { channelId: channel, threadRootId: thread } = message;
  const [known, groups, existing] = await Promise.all([
    standings.of(people, { channel, thread, at }),
    circles.inGroups(message.mentions.groupIds, people),
    circles.existing(room.orgId, people),
  ]);
  return listeners.flatMap(({ userId, level: ofChannel }) => {
    if (!existing.has(userId)) return [];
    const standing = known.get(userId);
    const level = levelOf({ channel: ofChannel, person: standing?.level, org: orgLevel });
    const following = standing?.following;
    const named = { group: groups.get(userId), keyword: keywords.get(userId), following };
    const reason = reasonToTell(said, { userId, ...level, ...named });
    if (reason === undefined) return [];
    const situation = situationOf(level.level, standing, presences.stateOf(userId));
    const decision = decide(reason, situation, at);
    return decision === undefined ? [] : [{ ...tellingOf(message, userId, reason, at), decision }];
  });
}

/** As much of a situation as does not depend on where something happened. */
export function situationOf(
  level: Level,
  standing: Standing | undefined,
  presence: Situation["presence"],
): Situation {
  return {
    level,
    mutedUntil: standing?.mutedUntil,
    schedule: standing?.schedule,
    presence: standing?.quiet === true ? "do_not_disturb" : presence,
  };
}

function tellingOf(message: Told, userId: UserId, reason: Reason, at: Date): Omit<Telling, "decision"> {
  const { id, seq, threadRootId, channelId, authorId: actorId } = message;
  const inChannel = threadRootId === undefined || message.alsoInChannel;
  const place = { channelId, seq, message: { id, threadRootId, inChannel } };
  return { userId, reason, place, actorId, text: "", raisedAt: at };
}

async function* membersOf(
  { rooms }: AudienceDeps,
  channel: ChannelId,
  level?: Level,
): AsyncGenerator<readonly RoomMember[]> {
  let after: UserId | undefined;
  do {
    const page = await rooms.members(channel, { after, limit: PAGE, ...(level && { level }) });
    if (page.length > 0) yield page;
    after = page.length < PAGE ? undefined : page.at(-1)?.userId;
  } while (after !== undefined);
}

async function* everythingWanted(
  { standings }: AudienceDeps,
  { orgId }: Room,
): AsyncGenerator<readonly UserId[]> {
  let after: UserId | undefined;
  do {
    const page = await standings.wantEverything(orgId, after, PAGE);
    if (page.length > 0) yield page;
    after = page.length < PAGE ? undefined : page.at(-1);
  } while (after !== undefined);
}

function* pagesOf(people: readonly UserId[]): Generator<readonly UserId[]> {
  for (let first = 0; first < people.length; first += PAGE) yield people.slice(first, first + PAGE);
}
