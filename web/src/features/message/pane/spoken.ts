import type { useMessageText } from "../../../markdown/context.ts";
import type { Message } from "../../../store/log/message.ts";
import { t } from "../../../text/text.ts";
import { isDeleted } from "../message-state.ts";
import { plainMessage } from "../plain-message.ts";
import { shortTime } from "../row/times.ts";

const mostLetters = 200;

type Names = Pick<ReturnType<typeof useMessageText>, "person" | "channel">;

/** What is heard of new messages. */
export function spoken(messages: readonly Message[], { person, channel }: Names): string {
  const [message, ...more] = messages;
  if (message === undefined) return "";
  if (more.length > 0) return t("history.announceMany", { count: messages.length });
  return t("history.announce", said(message, { person, channel }));
}

/** What is heard of one message on the way through the list: who, what, and when it was said. */
export function spokenLabel(message: Message, names: Names): string {
  const time = shortTime(message.postedAt);
  return t("history.label", { ...said(message, names), time });
}

function said(
  message: Message,
  { person, channel }: Names,
): { readonly name: string; readonly text: string } {
  const text = isDeleted(message)
    ? t("message.deleted")
    : plainMessage(message, {
        person: (id) => person(id)?.name,
        channel: (id) => channel(id)?.name,
      });
  const name = person(message.authorId)?.name ?? t("message.unknownPerson");
  return { name, text: text.slice(0, mostLetters) };
}
