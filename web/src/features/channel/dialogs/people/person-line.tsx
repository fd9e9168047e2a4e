import { useMe } from "../../../../store/hooks.ts";
import type { User } from "../../../../store/people/user.ts";
import { dialogText as t } from "../../../../text/en-dialogs.ts";
import { t as common } from "../../../../text/text.ts";
import { Avatar } from "../../../../ui/avatar.tsx";
import { UserPresence } from "../../presence.tsx";

interface PersonLineProps {
  readonly user: User;
  /** Stands before handle and title. */
  readonly note?: string | undefined;
}

/** Who somebody is, and whether they are there. */
export function PersonLine({ user, note }: PersonLineProps) {
  const me = useMe();
  const { id, name, handle, title, avatarUrl, isGuest } = user;
  const facts = [note, `@${handle}`, isGuest ? t("people.guest") : "", title].filter((fact) => fact);
  return (
    <>
      <span className="relative flex flex-none">
        <Avatar id={id} name={name} imageUrl={avatarUrl || undefined} size={32} />
        <span className="absolute -end-0.75 -bottom-0.75 grid size-3.25 place-items-center rounded-full bg-raised">
          <UserPresence userId={id} />
        </span>
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">
          {id === me ? common("sidebar.you", { name }) : name}
        </span>
        <span className="block truncate text-[13px] text-ink2">{facts.join(" · ")}</span>
      </span>
    </>
  );
}
