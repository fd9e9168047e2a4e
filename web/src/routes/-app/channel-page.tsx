import { Hash } from "lucide-react";
import { type Ref, useCallback, useEffect, useRef, useState } from "react";
import type { BookmarkBarProps } from "../../features/channel/bookmarks/bookmark-bar.tsx";
import { ChannelBeginning } from "../../features/channel/header/channel-beginning.tsx";
import { ChannelHeader } from "../../features/channel/header/channel-header.tsx";
import { ReaderBar } from "../../features/channel/header/reader-bar.tsx";
import { rememberVisit } from "../../features/channel/switcher/visits.ts";
import { ChannelPane, type ChannelPaneHandle } from "../../features/message/pane/channel-pane.tsx";
import type { DateDialogProps } from "../../features/message/pane/date-dialog.tsx";
import { useOrgName } from "../../store/hooks.ts";
import type { Message } from "../../store/log/message.ts";
import { t } from "../../text/text.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { ChannelWelcome } from "./channel-welcome.tsx";
import { type OpenChannel, useChannelPage } from "./use-channel-page.ts";
import { useHeaderWays } from "./use-header-ways.ts";
import { useAddressPlace, useWays } from "./use-place.ts";

const BookmarkBar = lazyPart<BookmarkBarProps>(
  () => import("../../features/channel/bookmarks/bookmark-bar.tsx").then((part) => part.BookmarkBar),
  <div className="min-h-9 flex-none border-b border-line" />,
);
const DateDialog = lazyPart<DateDialogProps>(() =>
  import("../../features/message/pane/date-dialog.tsx").then((part) => part.DateDialog),
);

/** The channel that the address names. */
export function ChannelPage() {
  const { channelId = "" } = useAddressPlace();
  const page = useChannelPage(channelId);
  if (page.status === "failed") return <NoChannel />;
  return page.status === "ready" ? <OpenChannelPage key={channelId} page={page} /> : null;
}

function OpenChannelPage({ page }: { readonly page: OpenChannel }) {
  const { channel, membership, rights, title } = page;
  const pane = useRef<ChannelPaneHandle>(null);
  const [asksForDate, setAsksForDate] = useState(false);
  const ways = useHeaderWays(
    page,
    useCallback(() => setAsksForDate(true), []),
  );
  useEffect(() => rememberVisit(channel.id), [channel.id]);
  return (
    <>
      <ChannelHeader
        channel={channel}
        membership={membership}
        rights={rights}
        title={title}
        me={page.messageRights.me}
        ways={ways}
      />
      {channel.bookmarks?.length ? <BookmarkBar channel={channel} canChange={rights.canPost} /> : null}
      <ChannelWelcome channelId={channel.id} />
      <OpenPane ref={pane} page={page} onFinish={ways.markRead} onJoin={ways.join} />
      {asksForDate && (
        <DateDialog
          isOpen
          onClose={() => setAsksForDate(false)}
          onChoose={(time) => void pane.current?.jump({ at: "time", time })}
        />
      )}
    </>
  );
}

interface OpenPaneProps {
  readonly ref: Ref<ChannelPaneHandle>;
  readonly page: OpenChannel;
  readonly onFinish: () => void;
  readonly onJoin: () => Promise<void>;
}

function OpenPane({ ref, page, onFinish, onJoin }: OpenPaneProps) {
  const { channel, rights, title, place, messageRights } = page;
  const { messageId } = useAddressPlace();
  const { openThread, forgetMessage } = useWays();
  const orgName = useOrgName();
  const open = useCallback(
    (message: Message) => openThread(message.threadRootId ?? message.id),
    [openThread],
  );
  const onTargetShown = useCallback(
    (isThere: boolean) => {
      forgetMessage(channel.id);
      if (!isThere) showToast({ text: t("history.gone") });
    },
    [forgetMessage, channel.id],
  );
  const about = { channel, title, place, orgName, me: messageRights.me };
  const bar = {
    place,
    isArchived: channel.isArchived,
    isClosed: channel.isClosed === true,
    onJoin: rights.canJoin ? onJoin : undefined,
  };
  return (
    <ChannelPane
      ref={ref}
      channel={channel}
      membership={page.membership}
      unread={page.unread}
      place={place}
      rights={messageRights}
      openThread={open}
      targetId={messageId}
      onTargetShown={onTargetShown}
      onFinish={onFinish}
      beginning={<ChannelBeginning {...about} />}
      instead={rights.canPost ? undefined : <ReaderBar {...bar} />}
    />
  );
}

function NoChannel() {
  const { openHome } = useWays();
  return (
    <EmptyState
      icon={<Hash />}
      title={t("channel.notFound")}
      action={<Button onClick={openHome}>{t("channel.goHome")}</Button>}
    >
      {t("channel.notFoundText")}
    </EmptyState>
  );
}
