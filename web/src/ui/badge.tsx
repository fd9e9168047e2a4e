import { classNames } from "./class-names.ts";

interface BadgeProps {
  readonly count: number;
  /** What is counted, for screen readers: "3 mentions". */
  readonly label: string;
  readonly tone?: "mention" | "quiet";
}

const most = 99;

export function Badge({ count, label, tone = "mention" }: BadgeProps) {
  if (count <= 0) return null;
  return (
    <span
      className={classNames(
        "flex-none rounded-full px-1.75 py-0.75 text-xs leading-none font-semibold tabular-nums",
        tone === "mention" ? "bg-mention text-bg" : "bg-hover text-ink2",
      )}
    >
      <span aria-hidden>{count > most ? `${most}+` : count}</span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
