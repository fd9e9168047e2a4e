import { Plus, Users } from "lucide-react";
import { useState } from "react";
import { useStore } from "zustand";
import { ConfirmDialog } from "../../../settings/confirm-dialog.tsx";
import { Row, Rows } from "../../../settings/rows.tsx";
import { Group as Part, Section } from "../../../settings/section.tsx";
import { SmallButton } from "../../../settings/small-button.tsx";
import type { Group } from "../../../store/circle/circle.ts";
import { useWorkspace } from "../../../store/client-context.tsx";
import { settingsText } from "../../../text/settings.ts";
import { socialText as t } from "../../../text/social.ts";
import { EmptyState } from "../../../ui/empty-state.tsx";
import { useSocialApi } from "../social-api.ts";
import { GroupDialog } from "./group-dialog.tsx";
import { GroupMembersDialog } from "./group-members-dialog.tsx";

type Open = { readonly what: "edit" | "members" | "delete"; readonly group: Group | undefined };

/** The groups of the organisation, for those who manage it. */
export function GroupsSection() {
  const { circle } = useWorkspace();
  const api = useSocialApi();
  const groups = [...useStore(circle.store, (state) => state.groups).values()];
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const remove = async (groupId: string) => {
    await (await api()).groups.deleteGroup({ groupId });
    await circle.read();
  };
  const create = (
    <SmallButton tone="primary" onClick={() => setOpen({ what: "edit", group: undefined })}>
      <Plus size={16} aria-hidden />
      {t("groups.create")}
    </SmallButton>
  );
  const { what, group } = open ?? {};
  return (
    <Section title={settingsText("groups.title")} lead={t("groups.lead")}>
      <Part title={settingsText("groups.title")} action={create}>
        {groups.length === 0 ? (
          <EmptyState icon={<Users size={24} />} title={t("groups.none")}>
            {t("groups.noneHint")}
          </EmptyState>
        ) : (
          <Rows label={settingsText("groups.title")}>
            {groups.map((one) => (
              <GroupRow key={one.id} group={one} onOpen={(choice) => setOpen({ what: choice, group: one })} />
            ))}
          </Rows>
        )}
      </Part>
      {what === "edit" && <GroupDialog group={group} onClose={close} />}
      {what === "members" && group !== undefined && <GroupMembersDialog group={group} onClose={close} />}
      {what === "delete" && group !== undefined && (
        <ConfirmDialog
          isOpen
          title={t("groups.deleteNamed", { name: group.name })}
          action={t("groups.delete")}
          onClose={close}
          onConfirm={() => remove(group.id)}
        >
          <p>{t("groups.deleteText")}</p>
        </ConfirmDialog>
      )}
    </Section>
  );
}

interface GroupRowProps {
  readonly group: Group;
  readonly onOpen: (what: Open["what"]) => void;
}

function GroupRow({ group, onOpen }: GroupRowProps) {
  const { name, handle, memberCount, description } = group;
  return (
    <Row
      icon={<Users size={20} />}
      title={
        <>
          {name} <span className="font-normal text-ink3">@{handle}</span>
        </>
      }
      actions={
        <>
          <SmallButton aria-label={t("groups.membersNamed", { name })} onClick={() => onOpen("members")}>
            {t("groupPeople", { count: memberCount })}
          </SmallButton>
          <SmallButton aria-label={t("groups.editNamed", { name })} onClick={() => onOpen("edit")}>
            {t("groups.edit")}
          </SmallButton>
          <SmallButton aria-label={t("groups.deleteNamed", { name })} onClick={() => onOpen("delete")}>
            {t("groups.delete")}
          </SmallButton>
        </>
      }
    >
      {description}
    </Row>
  );
}
