import { UserPlus } from "lucide-react";
import { useMemo, useState } from "react";
import { FormProblem } from "../../../../forms/form.tsx";
import { useMe } from "../../../../store/hooks.ts";
import { dialogText as t } from "../../../../text/en-dialogs.ts";
import { Button } from "../../../../ui/button.tsx";
import { ListBody } from "../list/list-body.tsx";
import { PagedList } from "../list/paged-list.tsx";
import { moveAmongRows } from "../list/row-keys.ts";
import { SearchField } from "../list/search-field.tsx";
import { type KnownChannel, useKnownChannel } from "../use-known-channel.ts";
import { AddPeople } from "./add-people.tsx";
import { MemberLine } from "./member-line.tsx";
import { useMemberActions } from "./use-member-actions.ts";
import { useMembers } from "./use-members.ts";

/** The people of a channel: who they are, and for those who may, who comes, goes and has a say. */
export function Members({ channelId }: { readonly channelId: string }) {
  const known = useKnownChannel(channelId);
  const [mode, setMode] = useState<"list" | "add" | "listAgain">("list");
  const { items } = useMembers(channelId, "");
  const memberIds = useMemo(() => new Set(items?.map(({ user }) => user.id)), [items]);
  return mode === "add" ? (
    <AddPeople channelId={channelId} memberIds={memberIds} onDone={() => setMode("listAgain")} />
  ) : (
    <MemberList
      channelId={channelId}
      known={known}
      isBack={mode === "listAgain"}
      onAdd={() => setMode("add")}
    />
  );
}

interface MemberListProps {
  readonly channelId: string;
  readonly known: KnownChannel | undefined;
  /** Somebody comes back from adding people, and finds the focus where they left. */
  readonly isBack: boolean;
  readonly onAdd: () => void;
}

function MemberList({ channelId, known, isBack, onAdd }: MemberListProps) {
  const me = useMe();
  const [query, setQuery] = useState("");
  const list = useMembers(channelId, query);
  const place = known?.place ?? "";
  const { busyId, failure, write, setRole, remove } = useMemberActions({
    channelId,
    place,
    refresh: list.refresh,
  });
  const canManage = known?.rights.canManage === true;
  const canGiveRoles = canManage && !known.channel.isArchived;
  return (
    <ListBody onKeyDown={moveAmongRows}>
      <div className="flex gap-2">
        <SearchField label={t("members.find")} value={query} onChange={setQuery} />
        {known?.rights.canAddPeople === true && (
          <Button autoFocus={isBack} onClick={onAdd}>
            <UserPlus size={16} aria-hidden />
            {t("members.addShort")}
          </Button>
        )}
      </div>
      <FormProblem text={failure?.text} />
      <PagedList
        list={list}
        loading={t("people.loading")}
        empty={t("people.none")}
        count={(count) => t("people.count", { count })}
      >
        {(members) => (
          <ul>
            {members.map((member) => (
              <MemberLine
                key={member.user.id}
                member={member}
                isBusy={busyId === member.user.id}
                actions={{
                  write,
                  setRole: canGiveRoles ? setRole : undefined,
                  remove: canManage && member.user.id !== me ? remove : undefined,
                }}
              />
            ))}
          </ul>
        )}
      </PagedList>
    </ListBody>
  );
}
