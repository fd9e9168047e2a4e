import type { Actor } from "../../../../kernel/actor.ts";
import type { Clock } from "../../../../kernel/clock.ts";
import type { MessageId } from "../../../../kernel/ids.ts";
import type { SavedChanged } from "../../domain/events.ts";
import { assertNotDeleted } from "../../domain/message.ts";
import type { Target } from "../change.ts";
import { getMessage } from "../get-message.ts";
import type { Messages } from "../ports.ts";
import type { SavedMessages } from "./ports.ts";

interface ChangeDeps {
  readonly clock: Clock;
  readonly saved: SavedMessages;
}

export interface KeepDeps extends ChangeDeps {
  readonly messages: Pick<Messages, "find">;
}

/** Keeps a message for later; one that was done is in progress again. Throws MESSAGE_DELETED, TOO_MANY_SAVED. */
export async function saveMessage(deps: KeepDeps, actor: Actor, target: Target): Promise<void> {
  const { message } = await getMessage(deps, target.messageId, actor.userId);
  assertNotDeleted(message);
  await deps.saved.keep(message.channelId, changeOf(deps, actor, target.messageId, "saved"));
}

/** Throws NOT_SAVED. */
export async function finishSaved(deps: ChangeDeps, actor: Actor, id: MessageId): Promise<void> {
  await deps.saved.finish(changeOf(deps, actor, id, "done"));
}

/** What is not saved stays so; the message need not be there any more. */
export async function removeSaved(deps: ChangeDeps, actor: Actor, id: MessageId): Promise<void> {
  await deps.saved.remove(changeOf(deps, actor, id, "removed"));
}

function changeOf(
  { clock }: ChangeDeps,
  { userId }: Actor,
  messageId: MessageId,
  state: SavedChanged["state"],
): SavedChanged {
  return { type: "saved_changed", messageId, state, by: userId, at: clock.now() };
}
