import { useRef, useState } from "react";
import type { User } from "../../../store/people/user.ts";
import { t } from "../../../text/text.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { Menu } from "../../../ui/menu.tsx";
import type { MenuEntry } from "../../../ui/menu-entry.ts";
import { PresenceDot } from "../../../ui/presence-dot.tsx";
import { usePresenceDot } from "../presence.tsx";

interface AccountFooterProps {
  readonly user: User;
  readonly entries: () => readonly MenuEntry[];
}

/** The reader: picture, name, status, and the menu of what is theirs. */
export function AccountFooter({ user, entries }: AccountFooterProps) {
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const presence = usePresenceDot(user.id);
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
          {(status?.text || status?.emoji) && (
            <span className="block truncate text-[12.5px] text-ink3">
              {status.emoji} {status.text}
            </span>
          )}
        </span>
      </button>
      <Menu
        label={t("sidebar.account", { name, presence: t(`presence.${presence}`) })}
        entries={entries()}
        triggerRef={ref}
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        placement="top start"
      />
    </div>
  );
}
