import type { useMessageText } from "../../../markdown/context.ts";
import { parse } from "../../../markdown/parse.ts";
import { plainText } from "../../../markdown/plain-text.ts";
import type { Message } from "../../../store/log/message.ts";
import { t } from "../../../text/text.ts";

const mostLetters = 200;

type Names = Pick<ReturnType<typeof useMessageText>, "person" | "channel">;

/** What is heard of new messages. */
export function spoken(messages: readonly Message[], { person, channel }: Names): string {
  const [message, ...more] = messages;
  if (message === undefined) return "";
  if (more.length > 0) return t("history.announceMany", { count: messages.length });
  const text = plainText(parse(message.text), {
    person: (id) => person(id)?.name,
    channel: (id) => channel(id)?.name,
  });
  const name = person(message.authorId)?.name ?? t("message.unknownPerson");
  return t("history.announce", { name, text: text.slice(0, mostLetters) });
}
