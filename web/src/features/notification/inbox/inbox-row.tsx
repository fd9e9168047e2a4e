import { Check, CircleHelp, Clock, Undo2 } from "lucide-react";
import { type ComponentType, useId, useState } from "react";
import { FileNames } from "../../../files/file-names.tsx";
import { MessageText } from "../../../markdown/message-text.tsx";
import { Moment } from "../../../settings/moment.tsx";
import { useUser } from "../../../store/hooks.ts";
import type { InboxChange } from "../../../store/inbox/inbox.ts";
import type { InboxItem, InboxState } from "../../../store/inbox/use-inbox.ts";
import { inboxText } from "../../../text/inbox.ts";
import { t } from "../../../text/text.ts";
import { Avatar } from "../../../ui/avatar.tsx";
import { classNames } from "../../../ui/class-names.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { MenuButton } from "../../../ui/menu-button.tsx";
import { happening, whyTold } from "./reasons.ts";
import { inAnHour, nextMonday, tomorrowMorning } from "./snooze.ts";

interface InboxRowProps {
  readonly item: InboxItem;
  readonly state: InboxState;
  /** The name of a channel or conversation. */
  readonly Place: ComponentType<{ readonly channelId: string }>;
  readonly onOpen: () => void;
  readonly onChange: (change: InboxChange) => void;
}

/** One notification. The whole row leads to where it happened. */
export function InboxRow({ item, state, Place, onOpen, onChange }: InboxRowProps) {
  const { notification, isRead } = item;
  const [asksWhy, setAsksWhy] = useState(false);
  const why = useId();
  return (
    <li
      data-notification={notification.id}
      className="relative flex gap-3 rounded-lg px-3 py-2.5 hover:bg-hover focus-within:bg-hover"
    >
      <span
        aria-hidden
        className={classNames("mt-3 size-2 flex-none rounded-full", isRead ? "" : "bg-accent")}
      />
      <Who userId={notification.actorId} />
      <div className="min-w-0 flex-1">
        <div className="flex min-h-7 items-center gap-2">
          <Headline item={item} Place={Place} onOpen={onOpen} />
          <Tools {...{ state, asksWhy, onChange }} whyId={why} onWhy={() => setAsksWhy(!asksWhy)} />
        </div>
        {notification.text !== "" && (
          <div className="line-clamp-3 text-ink2 [&_a]:relative">
            <MessageText messageId={`inbox ${notification.id}`} revision={0} text={notification.text} />
          </div>
        )}
        <FileNames names={notification.fileNames} />
        {asksWhy && (
          <p id={why} className="mt-1 text-[13px] text-ink3">
            {whyTold(notification)}
          </p>
        )}
      </div>
    </li>
  );
}

function Who({ userId }: { readonly userId: string }) {
  const user = useUser(userId);
  if (userId === "") return <Clock size={20} aria-hidden className="m-1.5 flex-none text-ink3" />;
  const name = user?.name ?? t("message.unknownPerson");
  return <Avatar id={userId} name={name} imageUrl={user?.avatarUrl || undefined} size={32} />;
}

function Headline({ item, Place, onOpen }: Pick<InboxRowProps, "item" | "Place" | "onOpen">) {
  const { notification, isRead } = item;
  const actor = useUser(notification.actorId);
  return (
    <button
      type="button"
      onClick={onOpen}
      className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2 text-start before:absolute before:inset-0 before:rounded-lg"
    >
      {!isRead && <span className="sr-only">{inboxText("unread")}</span>}
      {notification.actorId !== "" && (
        <span className={isRead ? "font-medium" : "font-[650]"}>
          {actor?.name ?? t("message.unknownPerson")}
        </span>
      )}
      <span className="text-[13.5px] text-ink2">{happening(notification)}</span>
      {notification.channelId !== "" && (
        <span className="min-w-0 truncate text-[13.5px] text-ink3">
          <Place channelId={notification.channelId} />
        </span>
      )}
      <span className="text-xs text-ink3">
        <Moment at={notification.snoozedUntil ?? notification.raisedAt} />
      </span>
    </button>
  );
}

interface ToolsProps extends Pick<InboxRowProps, "state" | "onChange"> {
  readonly asksWhy: boolean;
  readonly whyId: string;
  readonly onWhy: () => void;
}

/** Above the row's own button, which covers all of it. */
function Tools({ state, asksWhy, whyId, onWhy, onChange }: ToolsProps) {
  const snooze = (until: (now: Date) => number) => onChange({ kind: "snoozed", until: until(new Date()) });
  const isDone = state === "done";
  return (
    <span className="relative z-1 flex flex-none gap-0.5">
      <IconButton
        size="small"
        label={inboxText("why")}
        aria-expanded={asksWhy}
        aria-controls={whyId}
        icon={<CircleHelp size={16} />}
        onClick={onWhy}
      />
      {state === "open" && (
        <MenuButton
          size="small"
          label={inboxText("snooze")}
          icon={<Clock size={16} />}
          entries={() => [
            { id: "hour", label: inboxText("snooze.hour"), onSelect: () => snooze(inAnHour) },
            { id: "tomorrow", label: inboxText("snooze.tomorrow"), onSelect: () => snooze(tomorrowMorning) },
            { id: "monday", label: inboxText("snooze.monday"), onSelect: () => snooze(nextMonday) },
          ]}
        />
      )}
      {state === "snoozed" ? (
        <IconButton
          size="small"
          label={inboxText("again")}
          icon={<Undo2 size={17} />}
          onClick={() => onChange({ kind: "snoozed", until: 0 })}
        />
      ) : (
        <IconButton
          size="small"
          label={inboxText(isDone ? "again" : "done")}
          icon={isDone ? <Undo2 size={17} /> : <Check size={17} />}
          onClick={() => onChange({ kind: "done", holds: !isDone })}
        />
      )}
    </span>
  );
}
