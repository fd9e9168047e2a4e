import type { ChannelId, MessageId, UserId } from "../../../../kernel/ids.ts";
import { decide } from "../../domain/inbox/decision.ts";
import type { Located } from "../../domain/inbox/happening.ts";
import { keptSince } from "../../domain/inbox/keeping.ts";
import { levelOf } from "../../domain/inbox/level.ts";
import type { Place } from "../../domain/inbox/notification.ts";
import { isInTheText, type Reason } from "../../domain/inbox/reason.ts";
import { type AudienceDeps, audienceOf, occasionOf, situationOf, tellingsOf } from "./audience.ts";
import type { AutomaticFollow, Messages, Notifications, Told } from "./ports.ts";

export interface HeedLogDeps extends AudienceDeps {
  readonly messages: Messages;
  readonly notifications: Notifications;
}

const PAGE = 500;

/**
 * Decides about what a part of a channel's log tells, in its order, by how messages are now: what is read twice, or
 * long after, ends as if it had been read once. Nobody is told of what is not there any more.
 */
export async function heedLog(
  deps: HeedLogDeps,
  channel: ChannelId,
  happenings: readonly Located[],
): Promise<void> {
  const current = await messagesOf(deps, happenings);
  for (const happening of happenings) await heed({ ...deps, current }, channel, happening);
}

interface Deps extends HeedLogDeps {
  readonly current: ReadonlyMap<MessageId, Told>;
}

async function heed(deps: Deps, channel: ChannelId, happening: Located): Promise<void> {
  switch (happening.kind) {
    case "left":
      return deps.notifications.leave(happening.userId, channel, happening.seq);
    case "invited":
      return invite(deps, channel, happening);
    case "deleted":
      return deps.notifications.withdrawMessage(happening.messageId);
    case "posted":
    case "edited":
    case "reacted":
    case "unreacted": {
      const message = deps.current.get(happening.messageId);
      if (message !== undefined) await heedMessage(deps, message, happening);
    }
  }
}

function heedMessage(deps: Deps, message: Told, happening: Located): Promise<void> {
  switch (happening.kind) {
    case "posted":
      return tell(deps, message, happening.at);
    case "edited":
      return tellOfEdit(deps, message, happening.at);
    default:
      return tellOfReactions(deps, message, happening);
  }
}

/** The messages that are spoken of, and the roots of their threads. */
async function messagesOf(
  { messages }: HeedLogDeps,
  happenings: readonly Located[],
): Promise<ReadonlyMap<MessageId, Told>> {
  const ids = new Set(happenings.flatMap((one) => ("messageId" in one ? [one.messageId] : [])));
  if (ids.size === 0) return new Map();
  const found = await messages.current([...ids]);
  const roots = new Set(found.flatMap(({ threadRootId }) => threadRootId ?? []));
  const rest = [...roots].filter((id) => !ids.has(id));
  const all = rest.length === 0 ? found : [...found, ...(await messages.current(rest))];
  return new Map(all.map((message) => [message.id, message]));
}

async function tell(deps: Deps, message: Told, at: Date): Promise<void> {
  const occasion = await occasionOf(deps, message, at);
  if (occasion === undefined) return;
  if (message.threadRootId !== undefined) {
    await deps.notifications.follow(followsOf(message, message.threadRootId, deps.current));
  }
  for await (const members of audienceOf(deps, occasion)) {
    await deps.notifications.raise(await tellingsOf(deps, occasion, members));
  }
}

/** Who writes in a thread follows it, and so does who began it. */
function followsOf(
  { authorId, channelId, seq }: Told,
  threadRootId: MessageId,
  current: Deps["current"],
): readonly AutomaticFollow[] {
  const wrote = { userId: authorId, threadRootId, channelId, because: "wrote", readSeq: seq } as const;
  const root = current.get(threadRootId);
  if (root === undefined || root.authorId === authorId) return [wrote];
  return [wrote, { ...wrote, userId: root.authorId, because: "started", readSeq: root.seq }];
}

/** Who is called by it now is told, who was called before and is no more is not; nobody hears of the rest again. */
async function tellOfEdit(deps: Deps, message: Told, at: Date): Promise<void> {
  // Whom it told is forgotten: they would hear of it as if it were new.
  if (message.postedAt < keptSince(at)) return;
  const occasion = await occasionOf(deps, message, at);
  if (occasion === undefined) return;
  for await (const members of audienceOf(deps, occasion)) {
    const tellings = await tellingsOf(deps, occasion, members);
    await deps.notifications.raise(tellings.filter(({ reason }) => isInTheText(reason)));
  }
  let after: UserId | undefined;
  do {
    const page = await deps.notifications.ofText(message.id, after, PAGE);
    const members = await deps.rooms.among(
      message.channelId,
      page.map(({ userId }) => userId),
    );
    const tellings = await tellingsOf(deps, occasion, members);
    const still = new Set(tellings.map(({ userId }) => userId));
    await deps.notifications.raise(tellings);
    await deps.notifications.withdraw(page.filter(({ userId }) => !still.has(userId)));
    after = page.length < PAGE ? undefined : page.at(-1)?.userId;
  } while (after !== undefined);
}

/** One notification for all reactions to a message: of the latest. */
async function tellOfReactions(deps: Deps, message: Told, happening: Located): Promise<void> {
  const { id, authorId, channelId, seq, threadRootId } = message;
  const others = message.reactions.flatMap(({ emoji, userIds }) =>
    userIds.filter((userId) => userId !== authorId).map((userId) => ({ emoji, userId })),
  );
  const isNew =
    happening.kind === "reacted" &&
    others.some(({ emoji, userId }) => emoji === happening.emoji && userId === happening.by);
  const latest = isNew ? { emoji: happening.emoji, userId: happening.by } : others.at(-1);
  if (latest === undefined) return deps.notifications.withdrawReactions(id);
  const inChannel = threadRootId === undefined || message.alsoInChannel;
  await tellOne(deps, {
    userId: authorId,
    reason: { cause: "reaction", emoji: latest.emoji },
    place: { channelId, seq, message: { id, threadRootId, inChannel } },
    actorId: latest.userId,
    // What is left when one was taken back is not news.
    at: isNew ? happening.at : message.postedAt,
  });
}

async function invite(
  deps: Deps,
  channelId: ChannelId,
  { userId, by, seq, at }: Extract<Located, { kind: "invited" }>,
): Promise<void> {
  const room = await deps.rooms.find(channelId);
  if (room === undefined || room.direct) return;
  await tellOne(deps, {
    ...{ userId, actorId: by, at },
    reason: { cause: "invitation" },
    place: { channelId, seq },
  });
}

interface OnePerson {
  readonly userId: UserId;
  readonly reason: Reason;
  readonly place: Place;
  readonly actorId: UserId;
  readonly at: Date;
}

/** Tells one person, if they are in the channel, not deactivated, and hear of who did it. */
async function tellOne(deps: Deps, { userId, reason, place, actorId, at }: OnePerson): Promise<void> {
  const { channelId: channel } = place;
  const [members, apart, room] = await Promise.all([
    deps.rooms.among(channel, [userId]),
    deps.circles.apartFrom(actorId),
    deps.rooms.find(channel),
  ]);
  const [member] = members;
  if (member === undefined || room === undefined || apart.includes(userId)) return;
  const [known, org, existing] = await Promise.all([
    deps.standings.of([userId], { channel, thread: place.message?.threadRootId, at }),
    deps.standings.orgLevel(room.orgId),
    deps.circles.existing(room.orgId, [userId]),
  ]);
  if (!existing.has(userId)) return;
  const standing = known.get(userId);
  const { level } = levelOf({ channel: member.level, person: standing?.level, org });
  const decision = decide(reason, situationOf(level, standing, deps.presences.stateOf(userId)), at);
  if (decision === undefined) return;
  await deps.notifications.raise([{ userId, reason, place, actorId, text: "", raisedAt: at, decision }]);
}
