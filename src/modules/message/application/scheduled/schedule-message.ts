import type { Actor } from "../../../../kernel/actor.ts";
import type { Clock } from "../../../../kernel/clock.ts";
import type { ChannelId, Ids, MessageId, ScheduledId } from "../../../../kernel/ids.ts";
import { planned, type Scheduled } from "../../domain/scheduled.ts";
import type { ScheduledMessages } from "./ports.ts";

export interface ScheduleDeps {
  readonly clock: Clock;
  readonly ids: Ids;
  readonly scheduled: ScheduledMessages;
}

export interface ScheduleMessage {
  readonly channelId: ChannelId;
  readonly threadRootId: MessageId | undefined;
  readonly alsoInChannel: boolean;
  readonly text: string;
  readonly sendAt: Date;
}

/** Plans a message; throws SEND_TIME_PAST, SEND_TIME_TOO_FAR, TOO_MANY_SCHEDULED and what no message may hold. */
export async function scheduleMessage(
  { clock, ids, scheduled }: ScheduleDeps,
  actor: Actor,
  { channelId, threadRootId, alsoInChannel, ...wish }: ScheduleMessage,
): Promise<Scheduled> {
  const message: Scheduled = {
    id: ids.next("sch"),
    by: actor.userId,
    orgId: actor.orgId,
    channelId,
    threadRootId,
    alsoInChannel: threadRootId !== undefined && alsoInChannel,
    ...planned(wish, clock.now()),
  };
  await scheduled.add(message);
  return message;
}

/** Gives it another text and moment; what failed is planned anew. Throws as `scheduleMessage`, and SCHEDULED_NOT_FOUND. */
export async function editScheduled(
  { clock, scheduled }: ScheduleDeps,
  actor: Actor,
  { id, ...wish }: { readonly id: ScheduledId; readonly text: string; readonly sendAt: Date },
): Promise<Scheduled> {
  return scheduled.edit(actor.userId, id, (message) => ({ ...message, ...planned(wish, clock.now()) }));
}
