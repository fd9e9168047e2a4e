import { EllipsisVertical } from "lucide-react";
import { useState } from "react";
import { Row, Tag } from "../../../settings/rows.tsx";
import { useMe } from "../../../store/hooks.ts";
import type { User } from "../../../store/people/user.ts";
import { adminText } from "../../../text/administration.ts";
import { passkeyText } from "../../../text/passkeys.ts";
import { settingsText as t } from "../../../text/settings.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { MenuButton } from "../../../ui/menu-button.tsx";
import type { MenuEntry } from "../../../ui/menu-entry.ts";
import { grantableRoles, mayDecideAbout, type RoleName, roleText } from "../roles.ts";
import { DevicesDialog } from "./devices-dialog.tsx";
import type { ManagedAccount } from "./use-accounts.ts";
import { useDecisions } from "./use-decisions.ts";

interface PersonRowProps {
  readonly user: User;
  /** Known to managers only. */
  readonly account: ManagedAccount | undefined;
  /** The role of who looks at it. */
  readonly viewer: RoleName;
  readonly onDeactivate: () => void;
  readonly onRecover: () => void;
}

export function PersonRow({ user, account, viewer, onDeactivate, onRecover }: PersonRowProps) {
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
            <PersonMenu
              user={user}
              account={account}
              viewer={viewer}
              onDeactivate={onDeactivate}
              onRecover={onRecover}
            />
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

function PersonMenu({ user, account, viewer, onDeactivate, onRecover }: PersonMenuProps) {
  const { setRole, reactivate } = useDecisions(user);
  const [isShowing, setShowing] = useState(false);
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
    const recover = { id: "recover", label: passkeyText("recovery.make"), onSelect: onRecover };
    const devices = { id: "devices", label: adminText("devices.open"), onSelect: () => setShowing(true) };
    const end = {
      id: "deactivate",
      label: t("people.deactivate"),
      tone: "danger" as const,
      onSelect: onDeactivate,
    };
    return [...roles, { kind: "separator", id: "end" }, devices, recover, end];
  };
  return (
    <>
      <MenuButton
        label={t("people.actions", { name: user.name })}
        icon={<EllipsisVertical size={18} />}
        entries={entries}
        placement="bottom end"
      />
      <DevicesDialog user={user} isOpen={isShowing} onClose={() => setShowing(false)} />
    </>
  );
}
