import { type ReactNode, type Ref, useCallback, useImperativeHandle, useRef } from "react";
import type { ComposerHandle } from "../../../composer/composer-props.ts";
import type { Channel, Membership } from "../../../store/channels/channel.ts";
import type { Message } from "../../../store/log/message.ts";
import { t } from "../../../text/text.ts";
import { lazyPart } from "../../../ui/lazy-part.tsx";
import { type MessageRights, MessageScope } from "../message-scope.ts";
import { useDesk } from "../use-desk.tsx";
import type { MessageWriterProps } from "../write/message-writer.tsx";
import { useTypeAnywhere } from "../write/use-type-anywhere.ts";
import { ChannelHistory } from "./channel-history.tsx";
import { TypingLine } from "./typing-line.tsx";
import { useAnnouncements } from "./use-announcements.ts";
import { useHistory } from "./use-history.ts";
import type { Jump } from "./use-visit.ts";

/** Messages are shown without waiting for it; what is in its place is as high. */
const MessageWriter = lazyPart<MessageWriterProps>(
  () => import("../write/message-writer.tsx").then((part) => part.MessageWriter),
  <div className="flex-none px-2 pb-[max(8px,env(safe-area-inset-bottom))] pane:px-4 pane:pb-4">
    <div className="rounded-xl border border-field-line bg-raised">
      <div className="pt-2.5 pb-1 coarse:text-base">{"\u00a0"}</div>
      <div className="mb-1.5 h-8 coarse:h-11" />
    </div>
  </div>,
);

/** What can be asked of the pane from outside. */
export interface ChannelPaneHandle {
  readonly jump: Jump;
}

export interface ChannelPaneProps {
  readonly ref?: Ref<ChannelPaneHandle>;
  readonly channel: Channel;
  /** Absent for who only looks. */
  readonly membership: Membership | undefined;
  readonly unread: number;
  /** What the channel is called where one writes to it: #launch. */
  readonly place: string;
  readonly rights: MessageRights;
  /** Keep it the same between renders. */
  readonly openThread: (message: Message) => void;
  /** A message that the address names: it is shown in its context. */
  readonly targetId: string | undefined;
  /** That message is on screen, or cannot be. Keep it the same between renders. */
  readonly onTargetShown: (isThere: boolean) => void;
  /** Stands before the first message of all. */
  readonly beginning: ReactNode;
  /** Escape while writing: all that is here counts as read. */
  readonly onFinish: () => void;
  /** Stands in the place of the composer for who cannot write. */
  readonly instead: ReactNode;
}

/** The history of a channel and where one writes. Give it a `key` of its channel. */
export function ChannelPane(props: ChannelPaneProps) {
  const { channel, rights, place, openThread } = props;
  const pane = useRef<HTMLDivElement>(null);
  const composer = useRef<ComposerHandle>(null);
  const history = useHistory(pane, { ...props, me: rights.me });
  const focusComposer = useCallback(() => composer.current?.focus(), []);
  const desk = useDesk({
    channel,
    rights,
    openThread,
    hasReadPosition: props.membership !== undefined,
    onEditEnd: focusComposer,
  });
  useAnnouncements({ channelId: channel.id, me: rights.me });
  useTypeAnywhere(composer);
  useImperativeHandle(props.ref, () => ({ jump: history.jump }));
  return (
    <MessageScope value={desk.scope}>
      <div ref={pane} data-takes-files className="relative flex min-h-0 flex-1 flex-col">
        <ChannelHistory
          history={history}
          editor={desk.editor}
          place={place}
          beginning={props.beginning}
          onEscape={focusComposer}
        />
        <TypingLine channelId={channel.id} />
        {props.instead ?? (
          <MessageWriter
            ref={composer}
            channel={channel}
            label={t("write.to", { place })}
            onEditLast={() => desk.editLast(history.messages.rows)}
            onSent={history.toEnd}
            onCancel={props.onFinish}
          />
        )}
      </div>
      {desk.dialogs}
    </MessageScope>
  );
}
