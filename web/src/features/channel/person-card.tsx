import { MessageSquare, Settings } from "lucide-react";
import type { ReactNode } from "react";
import { useUser } from "../../store/hooks.ts";
import type { User } from "../../store/people/user.ts";
import { currentLanguage } from "../../text/language.ts";
import { personText } from "../../text/person.ts";
import { Avatar } from "../../ui/avatar.tsx";
import { Button } from "../../ui/button.tsx";
import { UserPresence } from "./presence.tsx";

interface PersonCardProps {
  readonly userId: string;
  readonly isMe: boolean;
  readonly onWrite: () => void;
  readonly onEditProfile: () => void;
  /** What else can be done. */
  readonly children?: ReactNode;
}

/** Who somebody is, and the way to write to them. */
export function PersonCard({ userId, isMe, onWrite, onEditProfile, children }: PersonCardProps) {
  const user = useUser(userId);
  if (user === undefined) return null;
  const { id, name, handle, title, avatarUrl, status } = user;
  return (
    <div className="w-72 p-4">
      <div className="flex items-center gap-3">
        <Avatar id={id} name={name} imageUrl={avatarUrl || undefined} size={56} />
        <div className="min-w-0">
          <p className="flex items-center gap-2 text-[17px] leading-snug font-[650]">
            <span className="truncate">{name}</span>
            <UserPresence userId={id} />
          </p>
          <p className="truncate text-ink3">@{handle}</p>
        </div>
      </div>
      <dl className="mt-3 flex flex-col gap-1 text-sm text-ink2">
        {title !== "" && <Fact label={personText("title")}>{title}</Fact>}
        {status !== undefined && (
          <Fact label={personText("status")}>
            {status.emoji} {status.text}
          </Fact>
        )}
        {user.timezone !== "" && (
          <Fact label={personText("time")}>{personText("timeThere", { time: timeAt(user) })}</Fact>
        )}
      </dl>
      <Button
        tone={isMe ? "secondary" : "primary"}
        onClick={isMe ? onEditProfile : onWrite}
        className="mt-4 w-full"
      >
        {isMe ? <Settings size={16} aria-hidden /> : <MessageSquare size={16} aria-hidden />}
        {isMe ? personText("edit") : personText("write")}
      </Button>
      {children}
    </div>
  );
}

interface FactProps {
  readonly label: string;
  readonly children: ReactNode;
}

function Fact({ label, children }: FactProps) {
  return (
    <div>
      <dt className="sr-only">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function timeAt({ timezone }: User): string {
  try {
    return new Intl.DateTimeFormat(currentLanguage(), { timeStyle: "short", timeZone: timezone }).format();
  } catch {
    // A newer time zone than this browser knows.
    return timezone;
  }
}
