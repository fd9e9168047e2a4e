import { useCallback, useEffect, useRef } from "react";
import { useMessageText } from "../../../markdown/context.ts";
import { parse } from "../../../markdown/parse.ts";
import { plainText } from "../../../markdown/plain-text.ts";
import { isInChannel, type Message } from "../../../store/log/message.ts";
import { useChannelNews } from "../../../store/message-hooks.ts";
import type { ChannelNews } from "../../../store/workspace.ts";
import { t } from "../../../text/text.ts";
import { announce } from "../../../ui/announcer.tsx";

interface Place {
  readonly channelId: string;
  readonly threadRootId?: string;
  readonly me: string;
}

const gathered = 600;
const mostLetters = 200;

/** Tells screen readers what others write where one looks: one message in words, more by their number. */
export function useAnnouncements({ channelId, threadRootId, me }: Place): void {
  const { person, channel } = useMessageText();
  const waiting = useRef<Message[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const names = useRef({ person, channel });
  useEffect(() => {
    names.current = { person, channel };
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  const listener = useCallback(
    (news: ChannelNews) => {
      if (news.kind !== "posted" || news.message.channelId !== channelId || news.message.authorId === me)
        return;
      const { message } = news;
      const isHere =
        threadRootId === undefined ? isInChannel(message) : message.threadRootId === threadRootId;
      if (!isHere) return;
      waiting.current.push(message);
      timer.current ??= setTimeout(() => {
        timer.current = undefined;
        announce(spoken(waiting.current.splice(0), names.current));
      }, gathered);
    },
    [channelId, threadRootId, me],
  );
  useChannelNews(listener);
}

type Names = Pick<ReturnType<typeof useMessageText>, "person" | "channel">;

function spoken(messages: readonly Message[], { person, channel }: Names): string {
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
