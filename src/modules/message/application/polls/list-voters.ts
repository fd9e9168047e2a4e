import type { Actor } from "../../../../kernel/actor.ts";
import type { MessageId, UserId } from "../../../../kernel/ids.ts";
import { refuse } from "../../domain/errors.ts";
import { pollOf } from "../../domain/poll.ts";
import { getMessage } from "../get-message.ts";
import type { Messages } from "../ports.ts";
import type { Votes } from "./ports.ts";

const MOST_VOTERS = 200;

/** Who voted for an option; throws POLL_ANONYMOUS where nobody learns it. */
export async function listVoters(
  deps: { readonly messages: Pick<Messages, "find">; readonly votes: Votes },
  { userId }: Actor,
  { messageId, optionId }: { readonly messageId: MessageId; readonly optionId: number },
): Promise<readonly UserId[]> {
  const { message } = await getMessage(deps, messageId, userId);
  if (pollOf(message).anonymous) throw refuse("POLL_ANONYMOUS");
  return deps.votes.voters(messageId, optionId, MOST_VOTERS);
}
