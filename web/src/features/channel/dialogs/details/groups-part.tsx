import { type FormEvent, useState } from "react";
import { useStore } from "zustand";
import { Form } from "../../../../forms/form.tsx";
import type { Group } from "../../../../store/circle/circle.ts";
import { useWorkspace } from "../../../../store/client-context.tsx";
import { bookmarkText as t } from "../../../../text/bookmark.ts";
import { Button } from "../../../../ui/button.tsx";
import { useAttempt } from "../use-attempt.ts";
import type { KnownChannel } from "../use-known-channel.ts";

/** Whose people may join a private channel by themselves, to be chosen by those who manage it. */
export function GroupsPart({ known: { channel, rights } }: { readonly known: KnownChannel }) {
  const groups = useStore(useWorkspace().circle.store, (circle) => circle.groups);
  const { id, kind, isArchived, groupIds = [] } = channel;
  const open = groupIds.flatMap((groupId) => groups.get(groupId) ?? []);
  const mayChange = rights.canManage && !isArchived && groups.size > 0;
  if (kind !== "private" || (open.length === 0 && !mayChange)) return null;
  return (
    <section className="flex flex-col gap-3 border-t border-line pt-4">
      <h3 className="font-semibold">{t("groups.title")}</h3>
      {mayChange ? (
        <GroupsForm
          key={groupIds.join(" ")}
          channelId={id}
          groupIds={groupIds}
          groups={[...groups.values()]}
        />
      ) : (
        <p className="text-ink2">{open.map(({ name }) => name).join(", ")}</p>
      )}
    </section>
  );
}

interface GroupsFormProps {
  readonly channelId: string;
  readonly groupIds: readonly string[];
  readonly groups: readonly Group[];
}

function GroupsForm({ channelId, groupIds, groups }: GroupsFormProps) {
  const { api } = useWorkspace();
  const [chosen, setChosen] = useState<readonly string[]>(groupIds);
  const { isBusy, failure, attempt } = useAttempt();
  const isSame = chosen.length === groupIds.length && chosen.every((id) => groupIds.includes(id));
  const losesSome = groupIds.some((id) => !chosen.includes(id));
  const toggle = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((it) => it !== id) : [...chosen, id]);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (isSame) return;
    // The channel as it is then comes in its log.
    void attempt(
      async () => void (await api.channels.setChannelGroups({ channelId, groupIds: [...chosen] })),
    );
  };
  return (
    <Form
      label={t("groups.title")}
      problem={failure?.text}
      onSubmit={save}
      actions={
        <Button type="submit" isBusy={isBusy} disabled={isSame} className="self-start">
          {t("save")}
        </Button>
      }
    >
      <p className="text-[13px] text-ink3">{t("groups.hint")}</p>
      <ul className="max-h-56 overflow-y-auto rounded-lg border border-line p-1">
        {groups.map(({ id, name, handle }) => (
          <li key={id}>
            <label className="flex min-h-9 items-center gap-2.5 rounded-md px-2 hover:bg-hover coarse:min-h-11">
              <input
                type="checkbox"
                checked={chosen.includes(id)}
                onChange={() => toggle(id)}
                className="size-4 flex-none accent-(--accent)"
              />
              <span className="min-w-0 truncate font-medium">{name}</span>
              <span className="min-w-0 truncate text-ink3">@{handle}</span>
            </label>
          </li>
        ))}
      </ul>
      {losesSome && <p className="text-[13px] text-mention">{t("groups.loses")}</p>}
    </Form>
  );
}
