import { useState } from "react";
import { Composer } from "../../../composer/composer.tsx";
import { decodeMentions, encodeMentions } from "../../../composer/mentions.ts";
import type { Channel } from "../../../store/channels/channel.ts";
import { usePreferences } from "../../../store/hooks.ts";
import type { Message } from "../../../store/log/message.ts";
import { toolText } from "../../../text/message-tools.ts";
import { useMentionDirectory } from "./use-mention-directory.ts";
import { useSuggestionSources } from "./use-mentionable.ts";

export interface MessageEditorProps {
  readonly message: Message;
  readonly channel: Pick<Channel, "id" | "kind">;
  readonly onSave: (message: Message, text: string) => void;
  /** Called after saving too. */
  readonly onEnd: () => void;
}

/** Changes a message where it stands. */
export function MessageEditor({ message, channel, onSave, onEnd }: MessageEditorProps) {
  const directory = useMentionDirectory();
  const sources = useSuggestionSources(channel);
  const { preferences } = usePreferences();
  const [text, setText] = useState(() => decodeMentions(message.text, directory));
  const save = () => {
    onSave(message, encodeMentions(text.trim(), directory));
    onEnd();
  };
  return (
    <div className="py-1">
      <Composer
        label={toolText("editing")}
        sendLabel={toolText("saveEdit")}
        value={text}
        onChange={setText}
        onSend={save}
        onCancel={onEnd}
        sources={sources}
        sendOn={preferences.enterBreaksLine ? "mod+enter" : "enter"}
        autoFocus
      />
    </div>
  );
}
