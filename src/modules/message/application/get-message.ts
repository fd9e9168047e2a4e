import type { MessageId, UserId } from "../../../kernel/ids.ts";
import { refuse } from "../domain/errors.ts";
import type { Messages, MessageView } from "./ports.ts";

/** A message as a reader sees it; throws MESSAGE_NOT_FOUND. */
export async function getMessage(
  deps: { readonly messages: Pick<Messages, "find"> },
  id: MessageId,
  reader: UserId,
): Promise<MessageView> {
  const view = await deps.messages.find(id, reader);
  if (view === undefined) throw refuse("MESSAGE_NOT_FOUND");
  return view;
}
