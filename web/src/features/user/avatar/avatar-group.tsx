import { type ChangeEvent, type DragEvent, useRef, useState } from "react";
import { failureOf } from "../../../api/failure.ts";
import { FormProblem } from "../../../forms/form.tsx";
import { useWorkspace } from "../../../store/client-context.tsx";
import type { User } from "../../../store/people/user.ts";
import { reasonText } from "../../../text/reasons.ts";
import { settingsText as t } from "../../../text/settings.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { Button } from "../../../ui/button.tsx";
import { classNames } from "../../../ui/class-names.ts";
import { NotAPicture, prepareAvatar } from "./prepare-avatar.ts";

/** One's picture: chosen, dropped or taken away, and seen by all at once. */
export function AvatarGroup({ user }: { readonly user: User }) {
  const { change, isBusy, problem } = useAvatar();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? [];
    if (file !== undefined) void change(file);
    // The same file may be chosen once more.
    target.value = "";
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file !== undefined) void change(file);
  };
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={classNames("-m-2 flex items-center gap-4 rounded-xl p-2", isOver && "bg-accent-soft")}
    >
      <Avatar id={user.id} name={user.name} imageUrl={user.avatarUrl || undefined} size={88} />
      <div className="flex min-w-0 flex-col gap-2">
        <div className="flex flex-wrap gap-2">
          <Button isBusy={isBusy} onClick={() => input.current?.click()}>
            {t(user.avatarUrl === "" ? "avatar.add" : "avatar.change")}
          </Button>
          {user.avatarUrl !== "" && (
            <Button tone="quiet" isBusy={isBusy} onClick={() => void change(undefined)}>
              {t("avatar.remove")}
            </Button>
          )}
        </div>
        <p className="text-[13px] text-ink3">{t("avatar.hint")}</p>
        <FormProblem text={problem} />
      </div>
      <input ref={input} type="file" accept="image/*" hidden aria-label={t("avatar.add")} onChange={choose} />
    </div>
  );
}

function useAvatar() {
  const { api, people } = useWorkspace();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const change = async (file: Blob | undefined) => {
    setBusy(true);
    setProblem(undefined);
    try {
      const image = file === undefined ? new Uint8Array() : await prepareAvatar(file);
      const { user } = await api.users.setAvatar({ image });
      if (user !== undefined) people.changed([user]);
    } catch (error) {
      setProblem(error instanceof NotAPicture ? reasonText("AVATAR_NOT_AN_IMAGE") : failureOf(error).text);
    } finally {
      setBusy(false);
    }
  };
  return { change, isBusy, problem };
}
