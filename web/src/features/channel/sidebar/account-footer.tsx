import { useRef, useState } from "react";
import type { Quiet } from "../../../store/people/do-not-disturb.ts";
import type { User, UserStatus } from "../../../store/people/user.ts";
import { regionalLanguage } from "../../../text/language.ts";
import { t } from "../../../text/text.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { Menu, type MenuProps } from "../../../ui/menu.tsx";
import { PresenceDot } from "../../../ui/presence-dot.tsx";
import { useWasOpen } from "../../../ui/was-open.ts";
import { usePresenceDot } from "../presence.tsx";

interface AccountFooterProps {
  readonly user: User;
  readonly quiet: Quiet;
  readonly entries: MenuProps["entries"];
}

/** The reader: picture, name, status, and the menu of what is theirs. */
export function AccountFooter({ user, quiet, entries }: AccountFooterProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const isMounted = useWasOpen(isOpen);
  const seen = usePresenceDot(user.id);
  // One's own choice is seen at once, before the server shows it to others.
  const presence = quiet.isOn ? "busy" : seen === "busy" ? "online" : seen;
  const { id, name, status } = user;
  return (
    <div className="border-t border-line p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
      <button
        ref={ref}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        className="flex w-full items-center gap-2.5 rounded-lg px-2 py-1.5 text-start hover:bg-hover aria-expanded:bg-hover coarse:min-h-12"
      >
        <span className="relative flex">
          <Avatar id={id} name={name} imageUrl={user.avatarUrl || undefined} size={30} />
          <span className="absolute -end-0.75 -bottom-0.75 grid size-3.25 place-items-center rounded-full bg-panel">
            <PresenceDot presence={presence} />
          </span>
        </span>
        <span className="min-w-0 flex-1 leading-tight">
          <span className="block truncate text-sm font-semibold">{name}</span>
          <Line quiet={quiet} status={status} />
        </span>
      </button>
      {isMounted && (
        <Menu
          label={t("sidebar.account", { name, presence: t(`presence.${presence}`) })}
          entries={entries}
          triggerRef={ref}
          isOpen={isOpen}
          onClose={() => setOpen(false)}
          placement="top start"
        />
      )}
    </div>
  );
}

/** What the reader shows of themselves: that they are to be left alone, or their status. */
function Line({ quiet, status }: { readonly quiet: Quiet; readonly status: UserStatus | undefined }) {
  const text = quiet.isOn ? quietText(quiet) : `${status?.emoji ?? ""} ${status?.text ?? ""}`.trim();
  return text === "" ? null : <span className="block truncate text-[12.5px] text-ink3">{text}</span>;
}

function quietText({ until }: Quiet): string {
  if (until === undefined) return t("quiet.title");
  const time = new Intl.DateTimeFormat(regionalLanguage(), { timeStyle: "short" }).format(until);
  return t("quiet.until", { time });
}
