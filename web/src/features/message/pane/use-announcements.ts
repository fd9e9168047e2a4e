import { useCallback, useEffect, useRef } from "react";
import { useMessageText } from "../../../markdown/context.ts";
import { isInChannel, type Message } from "../../../store/log/message.ts";
import { useChannelNews } from "../../../store/message-hooks.ts";
import type { ChannelNews } from "../../../store/workspace.ts";
import { announce } from "../../../ui/announcer.tsx";
import { preloaded, tellFailure } from "../../../ui/lazy-part.tsx";

/** What says messages; nobody hears any before the first screen is there. */
export const fetchWords = () => import("./spoken.ts");
preloaded(fetchWords);

interface Place {
  readonly channelId: string;
  readonly threadRootId?: string;
  readonly me: string;
}

const gathered = 600;

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
        const messages = waiting.current.splice(0);
        fetchWords().then(({ spoken }) => announce(spoken(messages, names.current)), tellFailure);
      }, gathered);
    },
    [channelId, threadRootId, me],
  );
  useChannelNews(listener);
}
