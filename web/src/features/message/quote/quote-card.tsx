import { type ReactNode, useEffect } from "react";
import { useStore } from "zustand";
import { failureOf } from "../../../api/failure.ts";
import { FileNames } from "../../../files/file-names.tsx";
import { useMessageText } from "../../../markdown/context.ts";
import { MessageText } from "../../../markdown/message-text.tsx";
import { isDirect } from "../../../store/channels/channel.ts";
import { useWorkspace } from "../../../store/client-context.tsx";
import { useUser } from "../../../store/hooks.ts";
import { messageFromProto } from "../../../store/log/from-proto.ts";
import { pathOf } from "../../../store/log/message-path.ts";
import type { Workspace } from "../../../store/workspace.ts";
import { quoteText } from "../../../text/quote.ts";
import { t } from "../../../text/text.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { showToast } from "../../../ui/toast-store.ts";
import { fullTime, shortTime } from "../row/times.ts";

interface Shown {
  readonly key: string;
  readonly revision: number;
  readonly text: string;
  /** Absent: none. */
  readonly fileNames?: readonly string[];
}

interface QuoteCardProps {
  readonly quote: {
    readonly messageId: string;
    readonly channelId: string;
    readonly authorId: string;
    readonly postedAt: number;
  };
  readonly label?: ReactNode;
  /** Where it is shown; absent: it is looked up when it is wanted. */
  readonly path?: string;
  /** It is only looked at, and leads nowhere. */
  readonly isPreview?: boolean;
  /** What it says; absent once it was deleted. */
  readonly shown: Shown | undefined;
}

/** Another message within a message: who said it, where, when, and the way to it. */
export function QuoteCard({ quote, label, path, isPreview = false, shown }: QuoteCardProps) {
  const place = usePlace(quote.channelId);
  const isBlocked = useStore(useWorkspace().circle.store, ({ blocked }) => blocked.has(quote.authorId));
  if (isBlocked) return <p className="text-ink3 italic">{t("blocked.note")}</p>;
  const hasWay = shown !== undefined && place.isKnown && !isPreview;
  return (
    <blockquote className="my-1 max-w-2xl rounded-lg border border-line border-s-3 border-s-accent bg-panel px-3 py-2">
      {label !== undefined && <p className="flex items-center gap-1.5 text-[12.5px] text-ink3">{label}</p>}
      <Source quote={quote} place={place.name}>
        {hasWay && <WayThere quote={quote} path={path} />}
      </Source>
      {shown === undefined ? (
        <p className="text-ink3 italic">{quoteText("deleted")}</p>
      ) : (
        <div className="mt-0.5 line-clamp-6">
          <MessageText messageId={shown.key} revision={shown.revision} text={shown.text} />
          <FileNames names={shown.fileNames ?? []} />
        </div>
      )}
    </blockquote>
  );
}

interface SourceProps {
  readonly quote: QuoteCardProps["quote"];
  readonly place: string;
  readonly children: ReactNode;
}

function Source({ quote: { authorId, postedAt }, place, children }: SourceProps) {
  const author = useUser(authorId);
  const name = author?.name ?? t("message.unknownPerson");
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-2 text-[13px]">
      <Avatar id={authorId} name={name} imageUrl={author?.avatarUrl || undefined} size={20} />
      <cite className="min-w-0 truncate font-[650] not-italic">{name}</cite>
      <span className="min-w-0 truncate text-ink3">{place}</span>
      <time
        dateTime={new Date(postedAt).toISOString()}
        aria-label={fullTime(postedAt)}
        className="flex-none text-xs text-ink3 tabular-nums"
      >
        {shortTime(postedAt)}
      </time>
      {children}
    </div>
  );
}

function WayThere({
  quote,
  path,
}: {
  readonly quote: QuoteCardProps["quote"];
  readonly path: string | undefined;
}) {
  const open = useOpening(quote, path);
  return (
    <button
      type="button"
      onClick={() => void open()}
      className="ms-auto flex-none rounded-sm text-[12.5px] text-accent hover:underline coarse:min-h-11"
    >
      {quoteText("show")}
    </button>
  );
}

/** What the reader may know of where it was said. */
function usePlace(channelId: string): { readonly name: string; readonly isKnown: boolean } {
  const { channels } = useWorkspace();
  const isRead = useStore(channels.store, (state) => state.isRead);
  const mine = useStore(channels.store, (state) => state.mine.get(channelId)?.channel);
  const visit = useStore(channels.visits.store, (visits) => visits.get(channelId));
  useEffect(() => {
    if (isRead && mine === undefined) channels.visits.want(channelId);
  }, [channels, channelId, isRead, mine]);
  const channel = mine ?? (visit?.status === "ready" ? visit.channel : undefined);
  if (channel === undefined)
    return { name: visit === undefined ? "" : quoteText("elsewhere"), isKnown: false };
  return { name: isDirect(channel) ? quoteText("direct") : `#${channel.name}`, isKnown: true };
}

/** Follows the way to a message, in its channel or in its thread. */
function useOpening({ messageId }: QuoteCardProps["quote"], path: string | undefined): () => Promise<void> {
  const workspace = useWorkspace();
  const { onOpenPath } = useMessageText();
  return async () => {
    try {
      onOpenPath?.(path ?? (await pathTo(workspace, messageId)));
    } catch (error) {
      showToast({ text: failureOf(error).text, tone: "danger" });
    }
  };
}

async function pathTo({ api, me }: Workspace, messageId: string): Promise<string> {
  const { message } = await api.messages.getMessage({ messageId });
  if (message === undefined) throw new Error("a message that was read is not there");
  return pathOf(messageFromProto(message, me));
}
