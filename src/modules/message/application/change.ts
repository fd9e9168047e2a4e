import type { Actor } from "../../../kernel/actor.ts";
import type { Clock } from "../../../kernel/clock.ts";
import type { ChannelId, MessageId } from "../../../kernel/ids.ts";
import type { MessageChange } from "../domain/events.ts";
import { permitted } from "./permitted.ts";
import type { Changing, Closings, LockedMessage, WriteAccess, WritePermission } from "./ports.ts";

export interface ChangeDeps {
  readonly clock: Clock;
  readonly access: WriteAccess;
  readonly closings: Closings;
  readonly changing: Changing;
}

/** A message that was found, and the channel it stands in. */
export interface Target {
  readonly messageId: MessageId;
  readonly channelId: ChannelId;
}

/** Changes a message by a decision that is made while nobody else can write in its channel. */
export async function change(
  deps: ChangeDeps,
  {
    actor,
    target,
    permission = "send_message",
  }: { actor: Actor; target: Target; permission?: WritePermission },
  decide: (locked: LockedMessage, at: Date) => readonly MessageChange[] | Promise<readonly MessageChange[]>,
): Promise<void> {
  const right = { actor, permission, channelId: target.channelId };
  await permitted(deps, right, (permit) =>
    deps.changing.change(target, permit, async (locked) => decide(locked, deps.clock.now())),
  );
}
