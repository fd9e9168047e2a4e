import { Ellipsis, MessageSquare } from "lucide-react";
import type { ReactNode } from "react";
import { useState } from "react";
import { useMe, usePresence } from "../../../store/hooks.ts";
import type { User } from "../../../store/people/user.ts";
import { socialText as t } from "../../../text/social.ts";
import { t as common } from "../../../text/text.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { IconButton } from "../../../ui/icon-button.tsx";
import { MenuButton } from "../../../ui/menu-button.tsx";
import { PresenceDot } from "../../../ui/presence-dot.tsx";
import { AskDialog } from "./ask-dialog.tsx";
import { usePersonActions } from "./use-person-actions.tsx";

export interface PersonWays {
  readonly openCard: (userId: string, trigger: HTMLElement) => void;
  readonly write: (userId: string) => void;
}

interface PersonLineProps {
  readonly user: User;
  readonly ways: PersonWays;
  /** What somebody wrote with a request. */
  readonly note?: string;
  /** Stand before those that everybody has. */
  readonly children?: ReactNode;
}

/** Somebody in the directory, and what can be done with them. What is out of sight is not drawn. */
export function PersonLine({ user, ways, note, children }: PersonLineProps) {
  const me = useMe();
  const { id } = user;
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-1 rounded-lg ps-1 [contain-intrinsic-size:auto_56px] [content-visibility:auto] hover:bg-hover">
      <button
        type="button"
        onClick={({ currentTarget }) => ways.openCard(id, pictureIn(currentTarget))}
        className="flex min-w-0 flex-1 items-center gap-3 rounded-lg px-1 py-1.5 text-start"
      >
        <Facts user={user} isMe={id === me} note={note} />
      </button>
      {children !== undefined && (
        <div className="max-pane:order-last max-pane:w-full max-pane:ps-13 max-pane:pb-2">{children}</div>
      )}
      {id !== me && <Actions user={user} write={ways.write} />}
    </li>
  );
}

/** The line is as wide as the list: beside the picture is room for the card. */
const pictureIn = (line: HTMLElement) => line.querySelector<HTMLElement>("[data-picture]") ?? line;

const Note = ({ text }: { readonly text: string }) => (
  <span className="block text-[13px] break-words text-ink2">“{text}”</span>
);

interface FactsProps {
  readonly user: User;
  readonly isMe: boolean;
  readonly note: string | undefined;
}

function Facts({ user, isMe, note }: FactsProps) {
  const { id, name, handle, title, avatarUrl, status, isGuest } = user;
  const presence = usePresence(id);
  const facts = [`@${handle}`, isGuest ? t("guest") : "", title].filter(Boolean).join(" · ");
  return (
    <>
      <span data-picture className="relative flex flex-none">
        <Avatar id={id} name={name} imageUrl={avatarUrl || undefined} size={36} />
        <span className="absolute -end-0.75 -bottom-0.75 grid size-3.25 place-items-center rounded-full bg-raised">
          <PresenceDot presence={presence === "do-not-disturb" ? "busy" : presence} />
        </span>
      </span>
      <span className="min-w-0 flex-1">
        <span className="block truncate font-medium">
          {isMe ? common("sidebar.you", { name }) : name}
          {status !== undefined && <span className="ms-2 font-normal text-ink3">{status.emoji}</span>}
        </span>
        {note ? <Note text={note} /> : <span className="block truncate text-[13px] text-ink2">{facts}</span>}
      </span>
    </>
  );
}

function Actions({ user, write }: { readonly user: User; readonly write: PersonWays["write"] }) {
  const { id, name } = user;
  const [isAsking, setAsking] = useState(false);
  const { tie, entries } = usePersonActions(id, () => setAsking(true));
  return (
    <>
      {tie !== "none" && tie !== "asks" && (
        <span className="flex-none text-[12.5px] text-ink3 max-pane:hidden">{t(tie)}</span>
      )}
      {tie !== "blocked" && (
        <IconButton label={t("write")} icon={<MessageSquare size={17} />} onClick={() => write(id)} />
      )}
      <MenuButton
        label={t("actions", { name })}
        icon={<Ellipsis size={17} />}
        entries={() => entries}
        placement="bottom end"
      />
      {isAsking && <AskDialog user={user} isOpen onClose={() => setAsking(false)} />}
    </>
  );
}
