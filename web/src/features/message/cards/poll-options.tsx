import { useId } from "react";
import type { Poll, PollOption } from "../../../store/log/message.ts";
import { cardText as t } from "../../../text/cards.ts";
import { Voters } from "./voters.tsx";

interface PollOptionsProps {
  readonly messageId: string;
  readonly poll: Poll;
  /** What one voted for. */
  readonly mine: readonly number[];
  readonly vote: (optionIds: readonly number[]) => Promise<void>;
  readonly isDisabled: boolean;
  readonly showsVoters: boolean;
}

/** What can be voted for, each with its votes; one is chosen by the arrow keys, several by the space bar. */
export function PollOptions(props: PollOptionsProps) {
  const { messageId, poll, mine, vote, isDisabled, showsVoters } = props;
  const name = useId();
  const choose = (id: number, isChosen: boolean) => {
    if (!poll.multiple) return void vote([id]);
    void vote(isChosen ? [...mine, id] : mine.filter((other) => other !== id));
  };
  return (
    <fieldset disabled={isDisabled} className="flex flex-col gap-1.5">
      <legend className="sr-only">{t("poll.options")}</legend>
      {poll.options.map((option) => (
        <div key={option.id}>
          <Option
            {...{ option, poll, name }}
            isMine={mine.includes(option.id)}
            onChoose={(isChosen) => choose(option.id, isChosen)}
          />
          {showsVoters && option.votes > 0 && (
            <Voters messageId={messageId} optionId={option.id} votes={option.votes} />
          )}
        </div>
      ))}
    </fieldset>
  );
}

interface OptionProps {
  readonly option: PollOption;
  readonly poll: Poll;
  /** Of the group of radio buttons. */
  readonly name: string;
  readonly isMine: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

function Option({
  option: { text, votes },
  poll: { multiple, voters },
  name,
  isMine,
  onChoose,
}: OptionProps) {
  const share = voters === 0 ? 0 : votes / voters;
  return (
    <label className="relative flex cursor-pointer items-start gap-2.5 overflow-hidden rounded-md border border-line px-2.5 py-1.5 has-checked:border-accent has-focus-visible:outline-2 has-focus-visible:outline-accent has-disabled:cursor-default">
      <span
        aria-hidden
        className="absolute inset-y-0 start-0 bg-accent-soft transition-[width]"
        style={{ width: `${share * 100}%` }}
      />
      <input
        type={multiple ? "checkbox" : "radio"}
        name={name}
        checked={isMine}
        onChange={(event) => onChoose(event.target.checked)}
        className="relative mt-1 flex-none accent-accent"
      />
      <span dir="auto" className="relative min-w-0 flex-1 wrap-anywhere">
        {text}
      </span>
      <span className="relative flex-none text-[13px] text-ink2 tabular-nums">
        {t("poll.votes", { count: votes })}
      </span>
    </label>
  );
}
