import { Code } from "@connectrpc/connect";
import { Pencil, SendHorizontal, Trash2 } from "lucide-react";
import { type ComponentType, useState } from "react";
import { textOf } from "../../../api/failure.ts";
import { MessageText } from "../../../markdown/message-text.tsx";
import type { Scheduled } from "../../../store/scheduled/scheduled.ts";
import { laterText } from "../../../text/later.ts";
import { IconButton } from "../../../ui/icon-button.tsx";
import { dayAndTime } from "../row/times.ts";

export interface ScheduledActs {
  readonly edit: (scheduled: Scheduled) => void;
  readonly remove: (scheduled: Scheduled) => void;
  readonly sendNow: (scheduled: Scheduled) => Promise<void>;
}

interface ScheduledRowProps {
  readonly scheduled: Scheduled;
  /** The name of a channel or conversation. */
  readonly Place: ComponentType<{ readonly channelId: string }>;
  readonly acts: ScheduledActs;
}

/** A message that waits for its moment, or could not be sent then. */
export function ScheduledRow({ scheduled, Place, acts }: ScheduledRowProps) {
  const { channelId, threadRootId, failure, sendAt, text } = scheduled;
  const [isBusy, setBusy] = useState(false);
  const sendNow = async () => {
    setBusy(true);
    await acts.sendNow(scheduled);
    setBusy(false);
  };
  return (
    <li className="rounded-lg px-3 py-2.5 hover:bg-hover focus-within:bg-hover">
      <div className="flex min-h-7 items-center gap-2 text-[13px] text-ink2">
        <span className="min-w-0 flex-1 truncate">
          <b className="font-semibold">
            <Place channelId={channelId} />
          </b>{" "}
          {threadRootId !== undefined && laterText("inThread")}
        </span>
        <span className="flex flex-none gap-0.5">
          <IconButton
            size="small"
            label={laterText("edit")}
            icon={<Pencil size={16} />}
            onClick={() => acts.edit(scheduled)}
          />
          <IconButton
            size="small"
            label={laterText("sendNow")}
            icon={<SendHorizontal size={16} className="rtl:-scale-x-100" />}
            disabled={isBusy}
            onClick={() => void sendNow()}
          />
          <IconButton
            size="small"
            label={laterText("remove")}
            icon={<Trash2 size={16} />}
            onClick={() => acts.remove(scheduled)}
          />
        </span>
      </div>
      {failure === "" ? (
        <p className="text-[13px] text-ink3">{laterText("sendAt", { when: dayAndTime(sendAt) })}</p>
      ) : (
        <p className="text-[13px] text-mention">
          {laterText("notSent", { reason: textOf(failure, Code.PermissionDenied, failure) })}
        </p>
      )}
      <div className="line-clamp-6">
        <MessageText messageId={`planned ${scheduled.id}`} revision={text} text={text} />
      </div>
    </li>
  );
}
