import { Users } from "lucide-react";
import { useStore } from "zustand";
import { Row, Rows, Tag } from "../../../settings/rows.tsx";
import { useWorkspace } from "../../../store/client-context.tsx";
import { socialText as t } from "../../../text/social.ts";
import { Button } from "../../../ui/button.tsx";

/** The groups that the reader may see; each leads to its people. */
export function GroupList({ onOpen }: { readonly onOpen: (groupId: string) => void }) {
  const groups = [...useStore(useWorkspace().circle.store, (circle) => circle.groups).values()];
  if (groups.length === 0) return <p className="py-8 text-center text-ink3">{t("noGroups")}</p>;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <Rows label={t("groups")}>
        {groups.map(({ id, handle, name, description, memberCount, isMine }) => (
          <Row
            key={id}
            icon={<Users size={20} />}
            title={
              <>
                {name} <span className="font-normal text-ink3">@{handle}</span>
                {isMine && <Tag>{t("mine")}</Tag>}
              </>
            }
            actions={
              <Button size="small" onClick={() => onOpen(id)}>
                {t("groupPeople", { count: memberCount })}
              </Button>
            }
          >
            {description}
          </Row>
        ))}
      </Rows>
    </div>
  );
}
