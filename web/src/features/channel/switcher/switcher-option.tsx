import { t } from "../../../text/text.ts";
import { Badge } from "../../../ui/badge.tsx";
import { classNames } from "../../../ui/class-names.ts";
import { ListOption } from "../list-option.tsx";
import type { SwitcherChoice } from "./switcher.tsx";

interface SwitcherOptionProps {
  readonly id: string;
  readonly choice: SwitcherChoice;
  readonly marks: readonly number[];
  readonly isActive: boolean;
  readonly onPoint: () => void;
  readonly onChoose: () => void;
}

export function SwitcherOption({ id, choice, marks, isActive, onPoint, onChoose }: SwitcherOptionProps) {
  const { title, detail, icon, mentions = 0, isUnread = false } = choice;
  return (
    <ListOption
      id={id}
      isSelected={isActive}
      isActive={isActive}
      onPoint={onPoint}
      onChoose={onChoose}
      className="flex min-h-10 cursor-pointer items-center gap-3 rounded-lg px-3 aria-selected:bg-accent-soft coarse:min-h-12"
    >
      <span className="grid w-6 flex-none place-items-center text-ink3">{icon}</span>
      <span className={classNames("truncate", isUnread && "font-semibold")}>
        <Marked text={title} marks={marks} />
      </span>
      <span className="min-w-0 flex-1 truncate text-[13px] text-ink3">{detail}</span>
      <Badge count={mentions} label={t("sidebar.mentions", { count: mentions })} />
    </ListOption>
  );
}

/** The letters that were asked for, in bold. */
function Marked({ text, marks }: { readonly text: string; readonly marks: readonly number[] }) {
  const marked = new Set(marks);
  let offset = 0;
  return Array.from(text, (char) => {
    const at = offset;
    offset += char.length;
    if (!marked.has(at)) return char;
    return (
      <b key={at} className="font-bold text-accent">
        {char}
      </b>
    );
  });
}
