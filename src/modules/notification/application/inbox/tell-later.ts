import type { Clock } from "../../../../kernel/clock.ts";
import type { OrgId, UserId } from "../../../../kernel/ids.ts";
import { decide } from "../../domain/inbox/decision.ts";
import type { Reason } from "../../domain/inbox/reason.ts";
import type { Reminder } from "../../domain/inbox/reminder.ts";
import { situationOf } from "./audience.ts";
import type { Announcement, Roster } from "./personal-ports.ts";
import type { Circles, Messages, Presences, Rooms, Standings, Telling } from "./ports.ts";

/** Reminders whose moment has come, each told in one transaction with its end. */
export interface DueReminders {
  /** Takes one and tells what `telling` answers; false where there is none. */
  remind(now: Date, telling: (reminder: Reminder) => Promise<Telling | undefined>): Promise<boolean>;
  nextReminder(): Promise<Date | undefined>;
}

/** Announcements that were not told to everybody yet. */
export interface DueAnnouncements {
  /** Tells the next people of one; `people` answers those after one. False where there is none. */
  announce(
    people: (org: OrgId, after: UserId | undefined) => Promise<readonly UserId[]>,
    tellings: (announcement: Announcement, people: readonly UserId[]) => Promise<readonly Telling[]>,
  ): Promise<boolean>;
  nextAnnouncement(): Promise<Date | undefined>;
}

export interface TellLaterDeps {
  readonly clock: Clock;
  readonly reminders: DueReminders;
  readonly announcements: DueAnnouncements;
  readonly roster: Roster;
  readonly messages: Messages;
  readonly rooms: Pick<Rooms, "find" | "among">;
  readonly circles: Pick<Circles, "existing">;
  readonly standings: Standings;
  readonly presences: Presences;
}

/** When there is something to tell next; undefined: nothing is known of. */
export async function nextDue({
  reminders,
  announcements,
}: Pick<TellLaterDeps, "reminders" | "announcements">): Promise<Date | undefined> {
  return (await announcements.nextAnnouncement()) ?? reminders.nextReminder();
}

const PEOPLE_A_STEP = 500;

/** Tells the next thing whose moment has come: a reminder, or an announcement to some people; undefined: nothing. */
export async function tellNextDue(deps: TellLaterDeps): Promise<object | undefined> {
  const now = deps.clock.now();
  const reminded = await deps.reminders.remind(now, async (reminder) => {
    const { id, userId, place, note } = reminder;
    if (!(await isThere(deps, reminder))) return undefined;
    const telling = { place, actorId: undefined, text: note, raisedAt: now, of: id };
    const [one] = await tellingsTo(deps, [userId], { ...telling, reason: { cause: "reminder" } });
    return one;
  });
  if (reminded) return { reminded };
  const announced = await deps.announcements.announce(
    (org, after) => deps.roster.activePeople(org, after, PEOPLE_A_STEP),
    async ({ id, authorId, text, at }, people) =>
      tellingsTo(
        deps,
        people.filter((one) => one !== authorId),
        {
          reason: { cause: "announcement" },
          place: undefined,
          actorId: authorId,
          text,
          raisedAt: at,
          of: id,
        },
      ),
  );
  return announced ? { announced } : undefined;
}

/** Nobody is reminded of what was deleted, or is where they are no more, or while they are deactivated. */
async function isThere(
  { messages, rooms, circles }: TellLaterDeps,
  { userId, place }: Reminder,
): Promise<boolean> {
  const [found, members, room] = await Promise.all([
    messages.current([place.message.id]),
    rooms.among(place.channelId, [userId]),
    rooms.find(place.channelId),
  ]);
  if (found.length === 0 || members.length === 0 || room === undefined) return false;
  return (await circles.existing(room.orgId, [userId])).has(userId);
}

type Wish = Omit<Telling, "userId" | "decision"> & { readonly reason: Reason };

async function tellingsTo(
  { standings, presences, clock }: TellLaterDeps,
  people: readonly UserId[],
  wish: Wish,
): Promise<readonly Telling[]> {
  const at = clock.now();
  const known = await standings.of(people, { channel: undefined, thread: undefined, at });
  return people.flatMap((userId) => {
    // What happens in no channel depends on no level.
    const situation = situationOf("mentions", known.get(userId), presences.stateOf(userId));
    const decision = decide(wish.reason, situation, at);
    return decision === undefined ? [] : [{ ...wish, userId, decision }];
  });
}
