import { Hash } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { ChannelBeginning } from "../../features/channel/header/channel-beginning.tsx";
import { ChannelHeader } from "../../features/channel/header/channel-header.tsx";
import { ReaderBar } from "../../features/channel/header/reader-bar.tsx";
import { rememberVisit } from "../../features/channel/switcher/visits.ts";
import { ChannelPane, type ChannelPaneHandle } from "../../features/message/pane/channel-pane.tsx";
import type { DateDialogProps } from "../../features/message/pane/date-dialog.tsx";
import type { Message } from "../../store/log/message.ts";
import { t } from "../../text/text.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { lazyPart } from "../../ui/lazy-part.tsx";
import { showToast } from "../../ui/toast-store.ts";
import { ChannelWelcome } from "./channel-welcome.tsx";
import { type OpenChannel, useChannelPage } from "./use-channel-page.ts";
import { useHeaderWays } from "./use-header-ways.ts";
import { useOrgName } from "./use-org-name.ts";
import { useAddressPlace, useWays } from "./use-place.ts";

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
  const { channel, membership, rights, title, place } = page;
  const { me } = page.messageRights;
  const { messageId } = useAddressPlace();
  const { openThread, forgetMessage } = useWays();
  const pane = useRef<ChannelPaneHandle>(null);
  const [asksForDate, setAsksForDate] = useState(false);
  const ways = useHeaderWays(
    page,
    useCallback(() => setAsksForDate(true), []),
  );
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
  useEffect(() => rememberVisit(channel.id), [channel.id]);
  return (
    <>
      <ChannelHeader
        channel={channel}
        membership={membership}
        rights={rights}
        title={title}
        me={me}
        ways={ways}
      />
      <ChannelWelcome channelId={channel.id} />
      <ChannelPane
        ref={pane}
        channel={channel}
        membership={membership}
        unread={page.unread}
        place={place}
        rights={page.messageRights}
        openThread={open}
        targetId={messageId}
        onTargetShown={onTargetShown}
        onFinish={ways.markRead}
        beginning={
          <ChannelBeginning channel={channel} title={title} place={place} orgName={orgName} me={me} />
        }
        instead={
          rights.canPost ? undefined : (
            <ReaderBar
              place={place}
              isArchived={channel.isArchived}
              onJoin={rights.canJoin ? ways.join : undefined}
            />
          )
        }
      />
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
