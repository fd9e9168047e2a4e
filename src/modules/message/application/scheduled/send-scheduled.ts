import type { Actor } from "../../../../kernel/actor.ts";
import { DomainError } from "../../../../kernel/errors.ts";
import type { ScheduledId } from "../../../../kernel/ids.ts";
import { refuse } from "../../domain/errors.ts";
import type { Scheduled } from "../../domain/scheduled.ts";
import { type SendMessageDeps, sendMessage } from "../send-message.ts";
import type { Attempt, ScheduledMessages, Standing } from "./ports.ts";

export interface SendScheduledDeps extends SendMessageDeps {
  readonly scheduled: ScheduledMessages;
  readonly standing: Standing;
  /** Is told of what nobody expected. */
  readonly log: { error(fields: object, sentence: string): void };
}

const AGAIN_MS = 15_000;

/**
 * Sends one message that is due; undefined where none is. What they may is asked now, and a refusal stays with
 * the message. Its client id is the name of the plan: however often this is done, it is one message.
 */
export async function sendNextDue(deps: SendScheduledDeps): Promise<Attempt | undefined> {
  return deps.scheduled.tryDue(deps.clock.now(), (scheduled) => attempt(deps, scheduled));
}

/** Sends it before its time. Throws SCHEDULED_NOT_FOUND, and the refusal where it may not be sent. */
export async function sendScheduledNow(
  deps: SendScheduledDeps,
  actor: Actor,
  id: ScheduledId,
): Promise<void> {
  let refusal: unknown;
  const outcome = await deps.scheduled.tryNow(actor.userId, id, async (scheduled) => {
    try {
      await post(deps, scheduled);
      return { kind: "sent" };
    } catch (error) {
      if (!isFinal(error)) throw error;
      refusal = error;
      return { kind: "failed", reason: error.reason };
    }
  });
  if (outcome.kind !== "sent") throw refusal;
}

async function attempt(deps: SendScheduledDeps, scheduled: Scheduled): Promise<Attempt> {
  try {
    await post(deps, scheduled);
    return { kind: "sent" };
  } catch (error) {
    if (isFinal(error)) return { kind: "failed", reason: error.reason };
    const mayBeSent = !(error instanceof DomainError);
    if (mayBeSent) {
      deps.log.error(
        { err: error, scheduled: scheduled.id },
        "a planned message could not be sent; trying again",
      );
    }
    return { kind: "later", at: new Date(deps.clock.now().getTime() + AGAIN_MS), mayBeSent };
  }
}

async function post(deps: SendScheduledDeps, { id, by, orgId, ...command }: Scheduled): Promise<void> {
  const actor: Actor = { userId: by, orgId, scope: "full" };
  // Whoever left the organisation may still be written down in its channels.
  if (!(await deps.standing.mayAct(actor))) throw refuse("NOT_PERMITTED");
  await sendMessage(deps, actor, { ...command, clientId: id });
}

/** A refusal that waiting does not change. */
function isFinal(error: unknown): error is DomainError {
  return error instanceof DomainError && error.kind !== "unavailable";
}
