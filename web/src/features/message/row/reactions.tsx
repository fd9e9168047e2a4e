import { useMessageText } from "../../../markdown/context.ts";
import type { Message, Reaction } from "../../../store/log/message.ts";
import { t } from "../../../text/text.ts";
import { classNames } from "../../../ui/class-names.ts";
import { tooltip } from "../../../ui/tooltip.ts";
import { useMessageScope } from "../message-scope.ts";
import { ReactButton } from "./react-button.tsx";
import { namesOfReaction } from "./reaction-names.ts";

/** Who reacted how; a press adds one's own or takes it back. */
export function Reactions({ message }: { readonly message: Message }) {
  const { rights } = useMessageScope();
  return (
    <div className="mt-1.25 flex flex-wrap items-center gap-1.5">
      {message.reactions.map((reaction) => (
        <ReactionPill key={reaction.emoji} message={message} reaction={reaction} />
      ))}
      {rights.canPost && (
        <ReactButton
          message={message}
          className="h-6.5 w-8 rounded-full border border-transparent group-hover:border-line pane:opacity-0 pane:group-hover:opacity-100 pane:focus-visible:opacity-100 pane:aria-expanded:opacity-100"
        />
      )}
    </div>
  );
}

interface ReactionPillProps {
  readonly message: Message;
  readonly reaction: Reaction;
}

function ReactionPill({ message, reaction }: ReactionPillProps) {
  const { emoji, count, mine } = reaction;
  const { rights, actions } = useMessageScope();
  const { person } = useMessageText();
  const names = namesOfReaction(reaction, rights.me, (id) => person(id)?.name);
  return (
    <button
      type="button"
      aria-pressed={mine}
      aria-label={t("message.reactionCount", { emoji, count })}
      {...tooltip(t("message.reacted", { names, emoji }))}
      disabled={!rights.canPost}
      onClick={() => actions.toggleReaction(message, emoji)}
      className={classNames(
        "inline-flex h-6.5 items-center gap-1.5 rounded-full border px-2.25 text-[13px] tabular-nums transition-colors coarse:h-8",
        mine
          ? "border-accent bg-accent-soft text-ink"
          : "border-line bg-raised text-ink2 not-disabled:hover:border-ink3",
      )}
    >
      <span aria-hidden>{emoji}</span>
      <span aria-hidden>{count}</span>
    </button>
  );
}
