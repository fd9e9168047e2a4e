import { type KeyboardEvent, useState } from "react";
import { t } from "../../../text/text.ts";
import { tooltip } from "../../../ui/tooltip.ts";

interface TopicLineProps {
  readonly topic: string;
  readonly canEdit: boolean;
  /** Settles when it is saved, or refused, which the caller has told then. */
  readonly onSave: (topic: string) => Promise<unknown>;
}

const longest = 250;
const look = "min-w-0 truncate rounded px-1 text-start text-[13.5px] text-ink3";

/** What the channel is about. Whoever may change it writes it where it stands. */
export function TopicLine({ topic, canEdit, onSave }: TopicLineProps) {
  const [isEditing, setEditing] = useState(false);
  if (isEditing) return <TopicInput topic={topic} onSave={onSave} onEnd={() => setEditing(false)} />;
  if (!canEdit) return <p className={look}>{topic}</p>;
  return (
    <button
      type="button"
      {...tooltip(t("channel.editTopic"))}
      onClick={() => setEditing(true)}
      className={`${look} hover:bg-hover hover:text-ink`}
    >
      {topic === "" ? t("channel.addTopic") : topic}
    </button>
  );
}

interface TopicInputProps extends Pick<TopicLineProps, "topic" | "onSave"> {
  readonly onEnd: () => void;
}

function TopicInput({ topic, onSave, onEnd }: TopicInputProps) {
  const [text, setText] = useState(topic);
  const save = async () => {
    if (text.trim() !== topic) await onSave(text.trim());
    onEnd();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter") void save();
    else onEnd();
  };
  return (
    <input
      autoFocus
      aria-label={t("channel.topic")}
      value={text}
      maxLength={longest}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
      onBlur={() => void save()}
      onFocus={(event) => event.target.select()}
      className="min-h-8 w-full rounded-md border border-field-line bg-raised px-2 text-[13.5px]"
    />
  );
}
