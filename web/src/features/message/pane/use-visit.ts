import { type RefObject, useCallback, useEffect, useState } from "react";
import type { InitialAnchor, MessageListHandle } from "../../../message-list/list-handle.ts";
import { useWorkspace } from "../../../store/client-context.tsx";
import type { Message } from "../../../store/log/message.ts";
import type { Place } from "../../../store/log/read-page.ts";
import type { ChannelMessages } from "../../../store/message-hooks.ts";

/** One look at a part of the history: the list is made anew for each. */
export interface Visit {
  readonly number: number;
  readonly anchor: InitialAnchor;
}

interface VisitOptions {
  readonly channelId: string;
  readonly list: RefObject<MessageListHandle | null>;
  readonly messages: ChannelMessages;
  /** The first message below the divider. */
  readonly firstUnread: Message | undefined;
  readonly hasUnread: boolean;
  /** A message that the address names. */
  readonly targetId: string | undefined;
  readonly onTargetShown: (isThere: boolean) => void;
}

/** So long an opening waits for what is unread, when only what was kept from an earlier visit is there. */
const patience = 1_500;

/** Where the list is opened, and how to go elsewhere in the history. */
export function useVisit(options: VisitOptions): { readonly visit: Visit | undefined; readonly jump: Jump } {
  const { messages, firstUnread, hasUnread, targetId, onTargetShown } = options;
  const [visit, setVisit] = useState<Visit>();
  const jump = useJump(options, setVisit);
  const isPatient = usePatience();

  // In memory may be a part of the history that was looked at before.
  const [isElsewhere] = useState(messages.status === "ready" && messages.hasNewer && !hasUnread);
  const [entersAtTarget] = useState(targetId !== undefined);
  const entersByJump = entersAtTarget || isElsewhere;
  const isComplete = firstUnread !== undefined || !hasUnread || !isPatient;
  if (visit === undefined && !entersByJump && messages.status === "ready" && isComplete) {
    setVisit({ number: 0, anchor: entrance(firstUnread) });
  }
  useEffect(() => {
    if (targetId === undefined) return undefined;
    let isGone = false;
    void jump({ at: "message", id: targetId }).then((isThere) => !isGone && onTargetShown(isThere));
    return () => {
      isGone = true;
    };
  }, [targetId, jump, onTargetShown]);
  useEffect(() => {
    if (isElsewhere && !entersAtTarget) void jump({ at: "latest" });
  }, [isElsewhere, entersAtTarget, jump]);
  return { visit, jump };
}

/** Goes to a place of the history; false if it cannot be read. */
export type Jump = (place: Place) => Promise<boolean>;

function useJump({ channelId, list, messages }: VisitOptions, setVisit: SetVisit): Jump {
  const { logs } = useWorkspace();
  const { jumpTo } = messages;
  return useCallback(
    async (place) => {
      const rows = () => logs.of(channelId).window.store.getState().rows;
      const loaded = place.at === "message" && rows().find(({ id }) => id === place.id);
      if (loaded && list.current?.reveal(loaded.key) === true) return true;
      const isThere = await jumpTo(place);
      // Whoever cannot be shown what they asked for is shown the latest.
      if (!isThere && place.at !== "latest") await jumpTo({ at: "latest" });
      const anchor = isThere ? anchorAt(place, rows()) : ({ at: "end" } as const);
      setVisit((before) => ({ number: (before?.number ?? 0) + 1, anchor }));
      return isThere;
    },
    [channelId, list, logs, jumpTo, setVisit],
  );
}

type SetVisit = (change: (before: Visit | undefined) => Visit) => void;

function entrance(firstUnread: Message | undefined): InitialAnchor {
  return firstUnread === undefined ? { at: "end" } : { at: "unread", key: "unread" };
}

function anchorAt(place: Place, rows: readonly Message[]): InitialAnchor {
  const found =
    place.at === "message"
      ? rows.find(({ id }) => id === place.id)
      : place.at === "time" && rows.find(({ postedAt }) => postedAt >= place.time);
  if (!found) return { at: "end" };
  return { at: place.at === "message" ? "message" : "unread", key: found.key };
}

function usePatience(): boolean {
  // Without a network nothing else will come.
  const [isPatient, setPatient] = useState(() => navigator.onLine);
  useEffect(() => {
    const timer = setTimeout(() => setPatient(false), patience);
    return () => clearTimeout(timer);
  }, []);
  return isPatient;
}
