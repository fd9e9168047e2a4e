import { useAction } from "../../../settings/use-action.ts";
import type { Message, Poll } from "../../../store/log/message.ts";
import { cardText as t } from "../../../text/cards.ts";
import { Button } from "../../../ui/button.tsx";
import { canRemove, useMessageScope } from "../message-scope.ts";
import { usePolls } from "./use-votes.ts";

interface PollActionsProps {
  readonly message: Message;
  readonly poll: Poll;
  readonly isOpen: boolean;
  readonly showsVoters: boolean;
  readonly onShowVoters: (shows: boolean) => void;
  /** Absent where one has not voted. */
  readonly onWithdraw: (() => void) | undefined;
}

/** What can be done with a poll beside voting. */
export function PollActions({ message, poll, isOpen, onWithdraw, ...voters }: PollActionsProps) {
  const { rights } = useMessageScope();
  const polls = usePolls();
  const { isBusy, run } = useAction();
  const close = () => run(() => polls.closePoll({ messageId: message.id }));
  return (
    <div className="-ms-2 flex flex-wrap gap-1">
      {isOpen && onWithdraw !== undefined && (
        <Button size="small" tone="quiet" onClick={onWithdraw}>
          {t("poll.withdraw")}
        </Button>
      )}
      {!poll.anonymous && poll.voters > 0 && <VotersButton {...voters} />}
      {isOpen && canRemove(message, rights) && (
        <Button size="small" tone="quiet" isBusy={isBusy} onClick={close}>
          {t("poll.close")}
        </Button>
      )}
    </div>
  );
}

function VotersButton({ showsVoters, onShowVoters }: Pick<PollActionsProps, "showsVoters" | "onShowVoters">) {
  return (
    <Button size="small" tone="quiet" aria-expanded={showsVoters} onClick={() => onShowVoters(!showsVoters)}>
      {t(showsVoters ? "poll.hideVoters" : "poll.showVoters")}
    </Button>
  );
}
