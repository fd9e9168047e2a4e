import { useDeferredValue, useState } from "react";
import { ComboField } from "../../../forms/combo-field.tsx";
import { Loaded } from "../../../settings/loaded.tsx";
import { MoreButton } from "../../../settings/more-button.tsx";
import { Row, Rows } from "../../../settings/rows.tsx";
import { SmallButton } from "../../../settings/small-button.tsx";
import { useAction } from "../../../settings/use-action.ts";
import type { Group } from "../../../store/circle/circle.ts";
import type { CircleApi } from "../../../store/circle/circle-api.ts";
import { useWorkspace } from "../../../store/client-context.tsx";
import { isCalled } from "../../../store/people/is-called.ts";
import type { User } from "../../../store/people/user.ts";
import { socialText as t } from "../../../text/social.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { Dialog } from "../../../ui/dialog.tsx";
import { useDirectory } from "../people/use-directory.ts";
import { useSocialApi } from "../social-api.ts";

interface GroupMembersDialogProps {
  readonly group: Group;
  readonly onClose: () => void;
}

const everybody = { query: "", contactsOnly: false, guestsOnly: false, groupId: undefined };

/** Who is in a group. */
export function GroupMembersDialog({ group: { id: groupId, name }, onClose }: GroupMembersDialogProps) {
  const { circle } = useWorkspace();
  const api = useSocialApi();
  const members = useDirectory({ ...everybody, groupId });
  const { isBusy, run } = useAction();
  const change = (work: (groups: CircleApi["groups"]) => Promise<unknown>) =>
    run(async () => {
      await work((await api()).groups);
      await Promise.all([members.refetch(), circle.read()]);
    });
  const add = (userId: string) => change((groups) => groups.addGroupMembers({ groupId, userIds: [userId] }));
  const remove = (userId: string) => change((groups) => groups.removeGroupMember({ groupId, userId }));
  return (
    <Dialog isOpen title={t("groups.membersNamed", { name })} onClose={onClose} isFullOnPhone>
      <div className="flex flex-1 flex-col gap-4 pane:min-h-[40vh]">
        <AddPerson onAdd={add} />
        <Loaded query={members}>
          {(inside) =>
            inside.length === 0 ? (
              <p className="py-6 text-center text-ink3">{t("groups.nobody")}</p>
            ) : (
              <Rows label={t("groups.members")}>
                {inside.map((user) => (
                  <MemberRow key={user.id} user={user} isBusy={isBusy} onRemove={() => remove(user.id)} />
                ))}
              </Rows>
            )
          }
        </Loaded>
        <MoreButton query={members} />
      </div>
    </Dialog>
  );
}

/** Finds people to be put into the group. */
function AddPerson({ onAdd }: { readonly onAdd: (userId: string) => void }) {
  const [query, setQuery] = useState("");
  const { data: people = [] } = useDirectory({ ...everybody, query: useDeferredValue(query.trim()) });
  const options = people
    .filter((user) => isCalled(user, query))
    .map(({ id, name, handle, avatarUrl }) => ({
      id,
      label: name,
      detail: `@${handle}`,
      icon: <Avatar id={id} name={name} imageUrl={avatarUrl || undefined} size={24} />,
    }));
  return (
    <ComboField
      label={t("groups.addPerson")}
      placeholder={t("find")}
      empty={t("groups.nobodyFound")}
      chosen={undefined}
      options={options}
      onType={setQuery}
      onChoose={onAdd}
      onClear={() => setQuery("")}
    />
  );
}

interface MemberRowProps {
  readonly user: User;
  readonly isBusy: boolean;
  readonly onRemove: () => void;
}

function MemberRow({ user, isBusy, onRemove }: MemberRowProps) {
  const { id, name, handle, avatarUrl } = user;
  return (
    <Row
      icon={<Avatar id={id} name={name} imageUrl={avatarUrl || undefined} size={32} />}
      title={name}
      actions={
        <SmallButton isBusy={isBusy} aria-label={t("groups.removeNamed", { name })} onClick={onRemove}>
          {t("groups.removePerson")}
        </SmallButton>
      }
    >
      @{handle}
    </Row>
  );
}
