import { DomainError } from "../../../kernel/errors.ts";
import { refuse } from "../domain/errors.ts";
import type { Connection } from "./delivery/connection.ts";
import type { Limits } from "./limits.ts";
import type { Frames, Sender, SendMessage, SendOutcome, Trouble } from "./ports.ts";

export interface SendDeps {
  readonly sender: Sender;
  readonly frames: Frames;
  readonly trouble: Trouble;
  readonly limits: Pick<Limits, "sendsInFlight">;
}

/** Posts a message for the connection's person and answers under the same client id, whatever became of it. */
export async function sendMessage(
  deps: SendDeps,
  connection: Connection,
  command: SendMessage,
): Promise<void> {
  connection.sendsInFlight += 1;
  const outcome = await post(deps, connection, command);
  connection.sendsInFlight -= 1;
  connection.say(deps.frames.sendResult(outcome));
}

async function post(deps: SendDeps, connection: Connection, command: SendMessage): Promise<SendOutcome> {
  const { clientId } = command;
  try {
    if (connection.actor.scope !== "full") throw refuse("READ_ONLY_KEY");
    if (connection.sendsInFlight > deps.limits.sendsInFlight) throw refuse("TOO_MANY_SENDS");
    return { clientId, ...(await deps.sender.send(connection.actor, command)) };
  } catch (error) {
    if (!(error instanceof DomainError)) deps.trouble.failed("send a message", error);
    return { clientId, error };
  }
}
