import { ArrowDown, ArrowUp } from "lucide-react";
import { classNames } from "../ui/class-names.ts";

interface JumpPillProps {
  readonly to: "unread" | "latest";
  readonly label: string;
  readonly onPress: () => void;
}

export function JumpPill({ to, label, onPress }: JumpPillProps) {
  const Icon = to === "unread" ? ArrowUp : ArrowDown;
  return (
    <button
      type="button"
      onClick={onPress}
      className={classNames(
        "anim-jump absolute start-1/2 z-1 flex min-h-8 -translate-x-1/2 items-center gap-1.5 rounded-full border px-3.5 rtl:translate-x-1/2",
        "text-[13px] font-semibold shadow-raised transition coarse:min-h-11",
        to === "unread"
          ? "top-3 border-mention bg-mention text-bg"
          : "bottom-3 border-line bg-raised text-accent hover:border-accent",
      )}
    >
      <Icon size={15} aria-hidden />
      {label}
    </button>
  );
}
