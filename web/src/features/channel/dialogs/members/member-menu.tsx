import { MessageSquare, UserMinus } from "lucide-react";
import { dialogText as t } from "../../../../text/en-dialogs.ts";
import type { MenuEntry } from "../../../../ui/menu-entry.ts";
import { type Member, type RoleName, roleNames } from "./member.ts";

/** What can be done about somebody in a channel; absent what this person may not do. */
export interface MemberActions {
  readonly write: (member: Member) => void;
  readonly setRole: ((member: Member, role: RoleName) => void) | undefined;
  readonly remove: ((member: Member) => void) | undefined;
}

export function memberMenu(member: Member, { write, setRole, remove }: MemberActions): readonly MenuEntry[] {
  const roles: readonly MenuEntry[] = roleNames.map((role) => ({
    id: role,
    label: t(`role.${role}`),
    isChosen: role === member.role,
    onSelect: () => setRole?.(member, role),
  }));
  const removal: MenuEntry = {
    id: "remove",
    label: t("members.remove"),
    icon: <UserMinus size={16} />,
    tone: "danger",
    onSelect: () => remove?.(member),
  };
  return [
    {
      id: "write",
      label: t("members.write"),
      icon: <MessageSquare size={16} />,
      onSelect: () => write(member),
    },
    ...(setRole === undefined ? [] : [{ kind: "separator", id: "roles" } as const, ...roles]),
    ...(remove === undefined ? [] : [{ kind: "separator", id: "end" } as const, removal]),
  ];
}
