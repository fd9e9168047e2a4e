import { type ReactNode, type Ref, useState } from "react";
import { Composer } from "../../../composer/composer.tsx";
import type { ComposerHandle } from "../../../composer/composer-props.ts";
import { encodeMentions } from "../../../composer/mentions.ts";
import type { Channel } from "../../../store/channels/channel.ts";
import { useDraft, usePreferences, useTyping } from "../../../store/hooks.ts";
import { useSend } from "../../../store/message-hooks.ts";
import { lazyPart } from "../../../ui/lazy-part.tsx";
import { useMediaQuery } from "../../../ui/media-query.ts";
import type { SendLaterProps } from "../later/send-later.tsx";
import type { StartPollProps } from "./start-poll.tsx";
import { useFiles } from "./use-files.tsx";
import { useMentionDirectory } from "./use-mention-directory.ts";
import { useSuggestionSources } from "./use-mentionable.ts";

const SendLater = lazyPart<SendLaterProps>(() =>
  import("../later/send-later.tsx").then((part) => part.SendLater),
);

const StartPoll = lazyPart<StartPollProps>(() => import("./start-poll.tsx").then((part) => part.StartPoll));

export interface MessageWriterProps {
  readonly ref?: Ref<ComposerHandle>;
  readonly channel: Pick<Channel, "id" | "kind">;
  readonly threadRootId?: string;
  /** Says where the message goes. */
  readonly label: string;
  readonly sendLabel?: string;
  readonly alsoInChannel?: boolean;
  readonly onEditLast: () => void;
  readonly onSent?: () => void;
  readonly onCancel?: () => void;
  /** Between the text and the edge of the window. */
  readonly children?: ReactNode;
}

/** Writes into a channel or a thread: what is typed is kept as a draft, and told to who looks there. */
export function MessageWriter(props: MessageWriterProps) {
  const { channel, threadRootId, alsoInChannel = false, onSent, children, ...composer } = props;
  const [text, write] = useDraft(channel.id, threadRootId);
  const { type } = useTyping(channel.id, threadRootId);
  const { preferences } = usePreferences();
  const send = useSend(channel.id, threadRootId);
  const sources = useSuggestionSources(channel);
  const directory = useMentionDirectory();
  const [isAsking, setAsking] = useState(false);
  const isTouch = useMediaQuery("(pointer: coarse)");
  const onChange = (next: string) => {
    write(next);
    if (next.trim() !== "") type();
  };
  const files = useFiles(channel.id, threadRootId);
  const onSend = () => {
    if (/^\/poll(\s|$)/.test(text)) return setAsking(true);
    send(encodeMentions(text.trim(), directory), { alsoInChannel, attachments: files.take() });
    onSent?.();
  };
  return (
    <div className="flex-none px-2 pb-[max(8px,env(safe-area-inset-bottom))] pane:px-4 pane:pb-4">
      <Composer
        {...composer}
        {...files.composer}
        tools={
          <StartPoll
            {...{ channelId: channel.id, threadRootId, draft: text, isOpen: isAsking }}
            onOpenChange={setAsking}
            onPosted={() => write("")}
          />
        }
        besideSend={<SendLater {...{ channelId: channel.id, threadRootId, alsoInChannel, onSent }} />}
        value={text}
        onChange={onChange}
        onSend={onSend}
        sources={sources}
        // On a touch screen the keyboard would cover what one came to read.
        autoFocus={!isTouch}
        sendOn={preferences.enterBreaksLine ? "mod+enter" : "enter"}
      />
      {children}
    </div>
  );
}
