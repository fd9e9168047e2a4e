import type { Actor } from "../../../../kernel/actor.ts";
import type { ChannelId, MessageId } from "../../../../kernel/ids.ts";
import { forward, type Message } from "../../domain/message.ts";
import { getMessage } from "../get-message.ts";
import type { MessageView } from "../ports.ts";
import { type SendMessageDeps, sendMessage } from "../send-message.ts";

export interface ForwardMessage {
  readonly messageId: MessageId;
  readonly channelId: ChannelId;
  readonly threadRootId: MessageId | undefined;
  readonly clientId: string;
  /** Empty for none. */
  readonly comment: string;
}

/** Its files are all that it is. */
const saysNothing = ({ text, forwarded, attachments }: Message): boolean =>
  text === "" && forwarded === undefined && attachments !== undefined;

/**
 * Posts a copy of a message that the actor may read, which the caller has asked for. Whether they may write where
 * it goes is asked as for any message. Its files are shared once more, without a copy. Throws MESSAGE_NOT_FOUND, MESSAGE_DELETED and what sending throws.
 */
export async function forwardMessage(
  deps: SendMessageDeps,
  actor: Actor,
  { messageId, channelId, threadRootId, clientId, comment }: ForwardMessage,
): Promise<MessageView> {
  const { message } = await getMessage(deps, messageId, actor.userId);
  return sendMessage(deps, actor, {
    channelId,
    threadRootId,
    clientId,
    text: comment,
    alsoInChannel: false,
    ...(!saysNothing(message) && { forwarded: forward(message) }),
    fileIds: (message.attachments ?? []).map(({ fileId }) => fileId),
  });
}
