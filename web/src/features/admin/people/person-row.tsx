import { EllipsisVertical } from "lucide-react";
import { Row, Tag } from "../../../settings/rows.tsx";
import { useMe } from "../../../store/hooks.ts";
import type { User } from "../../../store/people/user.ts";
import { settingsText as t } from "../../../text/settings.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { MenuButton } from "../../../ui/menu-button.tsx";
import type { MenuEntry } from "../../../ui/menu-entry.ts";
import { grantableRoles, mayDecideAbout, type RoleName, roleText } from "../roles.ts";
import type { ManagedAccount } from "./use-accounts.ts";
import { useDecisions } from "./use-decisions.ts";

interface PersonRowProps {
  readonly user: User;
  /** Known to managers only. */
  readonly account: ManagedAccount | undefined;
  /** The role of who looks at it. */
  readonly viewer: RoleName;
  readonly onDeactivate: () => void;
}

export function PersonRow({ user, account, viewer, onDeactivate }: PersonRowProps) {
  const me = useMe();
  const mayDecide = account !== undefined && mayDecideAbout(viewer, account.role);
  return (
    <Row
      icon={<Avatar id={user.id} name={user.name} imageUrl={user.avatarUrl || undefined} size={36} />}
      title={
        <>
          {user.name}
          {user.id === me && <Tag>{t("people.you")}</Tag>}
          {user.isDeactivated && <Tag>{t("people.deactivated")}</Tag>}
        </>
      }
      actions={
        <>
          <RoleName user={user} account={account} />
          {mayDecide && (
            <PersonMenu user={user} account={account} viewer={viewer} onDeactivate={onDeactivate} />
          )}
        </>
      }
    >
      {[`@${user.handle}`, user.title, account?.email].filter(Boolean).join(" · ")}
    </Row>
  );
}

function RoleName({ user, account }: Pick<PersonRowProps, "user" | "account">) {
  const role = account?.role ?? (user.isGuest ? "guest" : undefined);
  return role === undefined ? null : <span className="text-[13px] text-ink2">{roleText(role)}</span>;
}

interface PersonMenuProps extends PersonRowProps {
  readonly account: ManagedAccount;
}

function PersonMenu({ user, account, viewer, onDeactivate }: PersonMenuProps) {
  const { setRole, reactivate } = useDecisions(user);
  const entries = (): readonly MenuEntry[] => {
    if (account.isDeactivated) {
      return [{ id: "reactivate", label: t("people.reactivate"), onSelect: reactivate }];
    }
    const roles = grantableRoles(viewer).map((role) => ({
      id: role,
      label: roleText(role),
      isChosen: role === account.role,
      onSelect: () => setRole(role, account.role),
    }));
    const end = {
      id: "deactivate",
      label: t("people.deactivate"),
      tone: "danger" as const,
      onSelect: onDeactivate,
    };
    return [...roles, { kind: "separator", id: "end" }, end];
  };
  return (
    <MenuButton
      label={t("people.actions", { name: user.name })}
      icon={<EllipsisVertical size={18} />}
      entries={entries}
      placement="bottom end"
    />
  );
}
