import { isInChannel, type Message } from "./message.ts";

/** The address at which a message is shown in its context, without the origin. */
export function pathOf(
  message: Pick<Message, "id" | "channelId" | "threadRootId" | "alsoInChannel">,
): string {
  const { id, channelId, threadRootId } = message;
  return isInChannel(message)
    ? `/c/${channelId}/${id}`
    : `/c/${channelId}?thread=${threadRootId}&reply=${id}`;
}
