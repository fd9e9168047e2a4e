import { useState } from "react";
import type { Message, Poll } from "../../../store/log/message.ts";
import { cardText as t } from "../../../text/cards.ts";
import { useMessageScope } from "../message-scope.ts";
import { dayAndTime } from "../row/times.ts";
import { NewOption } from "./new-option.tsx";
import { PollActions } from "./poll-actions.tsx";
import { PollOptions } from "./poll-options.tsx";
import { useVotes } from "./use-votes.ts";

export interface PollCardProps {
  readonly message: Message;
  readonly poll: Poll;
}

/** What people vote for below a question, with the counts of this moment. */
export function PollCard({ message, poll }: PollCardProps) {
  const { canPost, me } = useMessageScope().rights;
  const { mine = [], vote } = useVotes(message.id);
  const [showsVoters, setShowsVoters] = useState(false);
  const isOpen = !isClosed(poll);
  const mayAdd = isOpen && canPost && (poll.open || message.authorId === me);
  return (
    <div className="mt-1.5 max-w-130 rounded-lg border border-line bg-raised px-3 py-2.5">
      <PollOptions
        {...{ poll, mine, vote, showsVoters }}
        messageId={message.id}
        isDisabled={!isOpen || !canPost}
      />
      {mayAdd && <NewOption messageId={message.id} />}
      <p className="mt-2 text-[12.5px] text-ink3">{facts(poll).join(" · ")}</p>
      <PollActions
        {...{ message, poll, isOpen, showsVoters }}
        onShowVoters={setShowsVoters}
        onWithdraw={mine.length > 0 ? () => void vote([]) : undefined}
      />
    </div>
  );
}

const isClosed = ({ closedAt, closesAt }: Poll): boolean =>
  closedAt !== undefined || (closesAt !== undefined && closesAt <= Date.now());

function facts(poll: Poll): readonly string[] {
  const { voters, multiple, anonymous, closesAt } = poll;
  const end = isClosed(poll)
    ? t("poll.closed")
    : closesAt !== undefined && t("poll.closes", { when: dayAndTime(closesAt) });
  return [
    t("poll.voters", { count: voters }),
    multiple && t("poll.multiple"),
    anonymous && t("poll.anonymous"),
    end,
  ].filter((fact) => fact !== false);
}
