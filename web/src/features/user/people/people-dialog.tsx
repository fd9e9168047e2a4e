import { type ReactNode, useState } from "react";
import { useStore } from "zustand";
import { QueryProvider } from "../../../api/query.tsx";
import { useClient, useWorkspace } from "../../../store/client-context.tsx";
import { socialText as t } from "../../../text/social.ts";
import { Badge } from "../../../ui/badge.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { Tabs } from "../../../ui/tabs.tsx";
import { Directory } from "./directory.tsx";
import { GroupList } from "./group-list.tsx";
import type { PersonWays } from "./person-line.tsx";
import { Requests } from "./requests.tsx";

type List = "everyone" | "contacts" | "requests" | "groups";

interface PeopleDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Opens with the people of this group. */
  readonly groupId: string | undefined;
  readonly ways: PersonWays;
  /** What is opened over it. */
  readonly children?: ReactNode;
}

/** The organisation, and whom the reader knows in it. */
export function PeopleDialog({ isOpen, onClose, groupId: first, ways, children }: PeopleDialogProps) {
  const { transport } = useClient();
  const [list, setList] = useState<List>("everyone");
  const [groupId, setGroupId] = useState(first);
  const waiting = useStore(useWorkspace().circle.store, ({ received }) => received.length);
  const open = (id: string) => {
    setGroupId(id);
    setList("everyone");
  };
  const tabs = [
    { id: "everyone", title: t("everyone") },
    { id: "contacts", title: t("contacts") },
    {
      id: "requests",
      title: (
        <>
          {t("requests")}
          {waiting > 0 && <Badge count={waiting} label={t("waiting", { count: waiting })} />}
        </>
      ),
    },
    { id: "groups", title: t("groups") },
  ] as const;
  return (
    <QueryProvider transport={transport}>
      <Dialog title={t("title")} isOpen={isOpen} onClose={onClose} isFullOnPhone>
        <div className="flex min-h-0 flex-1 flex-col pane:h-[58vh] pane:flex-none">
          <Tabs label={t("lists")} tabs={tabs} selected={list} onSelect={setList}>
            {list === "everyone" && (
              <Directory key={groupId} ways={ways} contactsOnly={false} groupId={groupId} />
            )}
            {list === "contacts" && <Directory key="contacts" ways={ways} contactsOnly groupId={undefined} />}
            {list === "requests" && <Requests ways={ways} />}
            {list === "groups" && <GroupList onOpen={open} />}
          </Tabs>
        </div>
        {children}
      </Dialog>
    </QueryProvider>
  );
}
