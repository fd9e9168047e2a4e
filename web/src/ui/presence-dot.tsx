import { t } from "../text/text.ts";
import { classNames } from "./class-names.ts";

export type Presence = "online" | "away" | "busy" | "offline";

/** Differs by shape as well as by colour: full, ring, crossed out, empty ring. */
const looks = {
  online: "bg-ok",
  away: "border-2 border-away",
  busy: "bg-linear-[var(--bg)] bg-[length:60%_2px] bg-center bg-no-repeat bg-mention",
  offline: "border-2 border-ink3/50",
} as const;

export function PresenceDot({
  presence,
  className,
}: {
  readonly presence: Presence;
  readonly className?: string;
}) {
  return (
    <span
      role="img"
      aria-label={t(`presence.${presence}`)}
      className={classNames("inline-block size-2.25 flex-none rounded-full", looks[presence], className)}
    />
  );
}
