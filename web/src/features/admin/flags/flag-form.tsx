import { useState } from "react";
import type { Flag } from "../../../../../gen/chatter/admin/v1/admin_pb.js";
import { SelectField } from "../../../forms/select-field.tsx";
import { useAction } from "../../../settings/use-action.ts";
import { flagsText as t } from "../../../text/flags.ts";
import { settingsText } from "../../../text/settings.ts";
import { Button } from "../../../ui/button.tsx";
import { flagInWords } from "./flag-name.ts";
import { NamedPeople } from "./named-people.tsx";
import { isSame, mostNamed, sharesWith, shareText, type Wish, withoutPerson, withPerson } from "./rollout.ts";
import { useSetFlag } from "./use-set-flag.ts";

const nobody: Wish = { percent: 0, onUserIds: [], offUserIds: [] };

/** For whom a flag is on: a share of the people, and some by name. */
export function FlagForm({ flag }: { readonly flag: Flag }) {
  const { name, rollout = nobody } = flag;
  const [wish, setWish] = useState<Wish>(rollout);
  const { isBusy, run } = useAction();
  const set = useSetFlag();
  const isUnchanged = isSame(wish, rollout);
  const isFull = wish.onUserIds.length + wish.offUserIds.length >= mostNamed;
  const people = (list: "onUserIds" | "offUserIds") => ({
    ids: wish[list],
    isFull,
    onAdd: (id: string) => setWish(withPerson(wish, list, id)),
    onRemove: (id: string) => setWish(withoutPerson(wish, list, id)),
  });
  return (
    <form
      aria-label={flagInWords(flag).title}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const { percent, onUserIds, offUserIds } = wish;
        if (!isUnchanged) run(() => set({ name, rollout: { percent, onUserIds, offUserIds } }));
      }}
    >
      <SelectField
        className="max-w-80"
        label={t("share")}
        value={String(wish.percent)}
        options={sharesWith(rollout.percent).map((percent) => ({
          value: String(percent),
          label: shareText(percent),
        }))}
        onChoose={(percent) => setWish({ ...wish, percent: Number(percent) })}
      />
      <div className="grid grid-cols-1 gap-x-6 gap-y-4 pane:grid-cols-2">
        <NamedPeople label={t("on")} {...people("onUserIds")} />
        <NamedPeople label={t("off")} {...people("offUserIds")} />
      </div>
      <Button type="submit" tone="primary" isBusy={isBusy} disabled={isUnchanged} className="self-start">
        {settingsText("save")}
      </Button>
    </form>
  );
}
