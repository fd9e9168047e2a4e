import { CircleCheck, Link2Off, MailCheck } from "lucide-react";
import type { ReactNode } from "react";
import { EntryFrame } from "./entry-frame.tsx";

interface EntryNoteProps {
  readonly tone: "done" | "sent" | "broken";
  readonly title: string;
  readonly children: ReactNode;
  /** What to do next. */
  readonly action?: ReactNode;
}

const icons = { done: CircleCheck, sent: MailCheck, broken: Link2Off } as const;

/** How something ended that has no form any more. */
export function EntryNote({ tone, title, children, action }: EntryNoteProps) {
  const Icon = icons[tone];
  return (
    <EntryFrame title={title} isTitleFocused>
      <div className="flex items-start gap-3 text-ink2">
        <Icon
          size={22}
          aria-hidden
          className={tone === "broken" ? "flex-none text-mention" : "flex-none text-accent"}
        />
        <p>{children}</p>
      </div>
      {action === undefined ? null : <div className="mt-6 flex flex-col">{action}</div>}
    </EntryFrame>
  );
}
