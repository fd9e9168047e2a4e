import { useMessageText } from "../../../markdown/context.ts";
import { useUser } from "../../../store/hooks.ts";
import type { Message } from "../../../store/log/message.ts";
import { t } from "../../../text/text.ts";
import { plainMessage } from "../plain-message.ts";
import { shortTime } from "../row/times.ts";

interface MessageChoicesProps {
  readonly legend: string;
  /** One of them, or any. */
  readonly kind: "radio" | "checkbox";
  readonly messages: readonly Message[];
  /** The ids of those that are. */
  readonly chosen: readonly string[];
  readonly onChoose: (id: string) => void;
}

/** Messages to choose from, a line each. */
export function MessageChoices({ legend, kind, messages, chosen, onChoose }: MessageChoicesProps) {
  return (
    <fieldset className="min-w-0">
      <legend className="pb-1 text-sm font-semibold">{legend}</legend>
      <div className="max-h-56 overflow-y-auto rounded-lg border border-line p-1">
        {messages.map((message) => (
          <label
            key={message.id}
            className="flex min-h-9 min-w-0 items-center gap-2.5 rounded-md px-2 py-1 hover:bg-hover has-checked:bg-accent-soft coarse:min-h-11"
          >
            <input
              type={kind}
              name={kind === "radio" ? "root" : undefined}
              checked={chosen.includes(message.id)}
              onChange={() => onChoose(message.id)}
              className="size-4 flex-none accent-(--accent)"
            />
            <Line message={message} />
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Line({ message }: { readonly message: Message }) {
  const { authorId, postedAt } = message;
  const { person, channel } = useMessageText();
  const name = useUser(authorId)?.name ?? t("message.unknownPerson");
  const names = {
    person: (id: string) => person(id)?.name,
    channel: (id: string) => channel(id)?.name,
  };
  return (
    <>
      <span className="max-w-32 flex-none truncate font-semibold">{name}</span>
      <span className="min-w-0 flex-1 truncate text-ink2">{plainMessage(message, names)}</span>
      <time dateTime={new Date(postedAt).toISOString()} className="flex-none text-xs text-ink3 tabular-nums">
        {shortTime(postedAt)}
      </time>
    </>
  );
}
