import { EllipsisVertical } from "lucide-react";
import { useRef } from "react";
import { dialogText as t } from "../../../../text/en-dialogs.ts";
import { classNames } from "../../../../ui/class-names.ts";
import { MenuButton } from "../../../../ui/menu-button.tsx";
import { focusBeside } from "../list/row-keys.ts";
import { PersonLine } from "../people/person-line.tsx";
import type { Member } from "./member.ts";
import { type MemberActions, memberMenu } from "./member-menu.tsx";

interface MemberLineProps {
  readonly member: Member;
  readonly actions: MemberActions;
  /** Something about this person is on its way to the server. */
  readonly isBusy: boolean;
}

export function MemberLine({ member, actions, isBusy }: MemberLineProps) {
  const row = useRef<HTMLLIElement>(null);
  const { user, role } = member;
  const { remove } = actions;
  const entries = () =>
    memberMenu(member, {
      ...actions,
      remove:
        remove &&
        ((removed) => {
          focusBeside(row.current);
          remove(removed);
        }),
    });
  return (
    <li
      ref={row}
      aria-busy={isBusy || undefined}
      className={classNames("flex min-h-13 items-center gap-3 rounded-lg px-2 py-1", isBusy && "opacity-60")}
    >
      <PersonLine user={user} />
      {role !== "member" && (
        <span className="rounded-md bg-hover px-1.5 py-0.5 text-xs font-semibold text-ink2">
          {t(`role.${role}`)}
        </span>
      )}
      <MenuButton
        label={t("members.more", { name: user.name })}
        icon={<EllipsisVertical size={18} />}
        entries={entries}
        placement="bottom end"
      />
    </li>
  );
}
