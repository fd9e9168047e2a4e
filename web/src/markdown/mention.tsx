import { t } from "../text/text.ts";
import { useMessageText } from "./context.ts";

export function PersonMention({ userId }: { readonly userId: string }) {
  const { person, onOpenPerson } = useMessageText();
  const known = person(userId);
  if (known === undefined) return <span className="md-mention">@{t("message.unknownPerson")}</span>;
  const className = known.isMe ? "md-mention md-mention-me" : "md-mention";
  if (onOpenPerson === undefined) return <span className={className}>@{known.name}</span>;
  return (
    <button
      type="button"
      className={className}
      onClick={(event) => onOpenPerson(userId, event.currentTarget)}
    >
      @{known.name}
    </button>
  );
}

export function EveryoneMention({ scope }: { readonly scope: "channel" | "here" }) {
  return <span className="md-mention md-mention-me">@{scope}</span>;
}

export function ChannelMention({ channelId }: { readonly channelId: string }) {
  const { channel, onOpenChannel } = useMessageText();
  const known = channel(channelId);
  if (known === undefined) return <span className="md-mention">#{t("message.unknownChannel")}</span>;
  if (onOpenChannel === undefined) return <span className="md-mention">#{known.name}</span>;
  return (
    <button type="button" className="md-mention" onClick={() => onOpenChannel(channelId)}>
      #{known.name}
    </button>
  );
}
